import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { TimedWork } from '@lienthong/service-host';
import { HeldDeliveries } from '../deliveries/held/held-deliveries';
import { DELIVERY_CHANNEL } from '../deliveries/delivery-relay';
import type { Answer } from '../exchange/answers.rules';
import { AnswerSender } from '../exchange/answer-sender';
import { HeldAnswers } from '../exchange/held-answers';
import { type Decided, decideDeadlines, type DueOutcome } from './expiry.rules';
import { CLAIM_DEADLINES, FORGET_DEADLINES, LOOK_AT_DEADLINES } from './expiry.sql';

interface DueRow {
  log_id: string;
  sender: string;
  id: string;
  stream: string;
  sequence: string;
  expiry_time: string;
  recipient: string;
  is_out: boolean;
  void_log_id: string | null;
  void_reason: string | null;
  voided_at: Date | null;
}

const LOOK_EVERY_MS = 500;
/** What is not decided yet, such as a delivery to a member that is suspended, is looked at again. */
const LOOK_AGAIN_MS = 5_000;
/** Right after it was asked for, a void is there. */
const LOOK_SOON_MS = 300;

/**
 * Sees to it that a message past its deadline becomes a void where it still waits, though nobody comes for it, and that its
 * sender is told. Instances share the work by claiming rows; a row goes when its sender was told.
 */
@Injectable()
export class ExpiryWatch extends TimedWork {
  constructor(
    private readonly database: Database,
    private readonly held: HeldDeliveries,
    private readonly answers: AnswerSender,
    private readonly heldAnswers: HeldAnswers,
    private readonly clock: Clock,
  ) {
    const logger = new Logger('expiry');
    super({
      name: 'expiry',
      everyMs: LOOK_EVERY_MS,
      work: () => this.look(),
      onFailure: (error) => logger.warn({ error: String(error), msg: 'deadlines could not be looked at' }),
    });
  }

  private async look(): Promise<{ readonly againInMs?: number }> {
    const now = this.clock.now();
    const again = new Date(now.getTime() + LOOK_AGAIN_MS);
    const claimed = await this.query<{ log_id: string }>(CLAIM_DEADLINES, [now, again]);
    if (claimed.length === 0) return {};
    const logIds = claimed.map((row) => row.log_id);
    const before = await this.outcomesOf(logIds);
    const waiting = decideDeadlines(before).open;
    await this.askForVoids(waiting);
    const after = waiting.length === 0 ? before : await this.outcomesOf(logIds, LOOK_SOON_MS);
    const known = new Set(after.map(({ logId }) => logId));
    // deliveries that were answered long ago are gone, and their deadline with them
    await this.settle(
      decideDeadlines(after),
      logIds.filter((logId) => !known.has(logId)),
    );
    return { againInMs: 0 };
  }

  /** Members without Kafka have them here; for the others the relay makes them, which alone knows what is on its way. */
  private async askForVoids(open: readonly DueOutcome[]): Promise<void> {
    const byRecipient = new Map<string, string[]>();
    for (const { recipient, logId } of open) byRecipient.set(recipient, [...(byRecipient.get(recipient) ?? []), logId]);
    const isHeld = (member: string): boolean => this.heldAnswers.isHeld(member);
    for (const [recipient, logIds] of byRecipient) if (isHeld(recipient)) await this.held.voidDue(recipient, logIds);
    if ([...byRecipient.keys()].some((recipient) => !isHeld(recipient))) {
      await this.query('select pg_notify($1, $2)', [DELIVERY_CHANNEL, '']);
    }
  }

  private async settle({ logIds, expired }: Decided, gone: readonly string[]): Promise<void> {
    for (const { sender, item } of expired) await this.tell(sender, { accepted: [], rejected: [item], wanted: [] });
    if (logIds.length + gone.length > 0) await this.query(FORGET_DEADLINES, [[...logIds, ...gone]]);
  }

  private tell(sender: string, answer: Answer): Promise<void> {
    if (this.heldAnswers.isHeld(sender)) return this.heldAnswers.keep(new Map([[sender, answer]]));
    return this.answers.tell(sender, answer);
  }

  private async outcomesOf(logIds: readonly string[], afterMs = 0): Promise<DueOutcome[]> {
    if (afterMs > 0) await new Promise((resolve) => setTimeout(resolve, afterMs));
    return (await this.query<DueRow>(LOOK_AT_DEADLINES, [logIds])).map(toOutcome);
  }

  private async query<R extends object>(sql: string, values: readonly unknown[]): Promise<R[]> {
    const { client, release } = await this.database.client();
    try {
      return (await client.query<R>(sql, [...values])).rows;
    } finally {
      release();
    }
  }
}

function toOutcome(row: DueRow): DueOutcome {
  const { log_id: logId, sender, id, stream, recipient, expiry_time: expiryTime, is_out: isOut } = row;
  const { void_log_id: voidLogId, void_reason: reason, voided_at: at } = row;
  return {
    ...{ logId, sender, id, stream, recipient, expiryTime, isOut, sequence: Number(row.sequence) },
    ...(voidLogId !== null && reason !== null && at !== null ? { voided: { logId: voidLogId, reason, at } } : {}),
  };
}
