import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { TimedWork } from '@lienthong/service-host';
import { HeldDeliveries } from '../deliveries/held/held-deliveries';
import { DeliveryRelay } from '../deliveries/delivery-relay';
import { CurrentRegistry } from '../members/current-registry';
import { decideDeadlines, type DueOutcome, LOOK_AGAIN_MS } from './expiry.rules';
import { CLAIM_DEADLINES, FORGET_DEADLINES, LOOK_AT_DEADLINES } from './expiry.sql';

interface DueRow {
  log_id: string;
  recipient: string;
  is_decided: boolean;
}

const LOOK_EVERY_MS = 500;

/**
 * Sees to it that a message past its deadline becomes a void where it still waits, though nobody comes for it, its recipient
 * has no room, or is suspended: that holds the void, not the deadline. Of voids the senders are told. Instances share the work
 * by claiming rows.
 */
@Injectable()
export class ExpiryWatch extends TimedWork {
  constructor(
    private readonly database: Database,
    private readonly held: HeldDeliveries,
    private readonly relay: DeliveryRelay,
    private readonly registry: CurrentRegistry,
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
    const rows = await this.query<DueRow>(LOOK_AT_DEADLINES, [logIds, now]);
    const decided = decideDeadlines(logIds, rows.map(toOutcome));
    await this.askForVoids(decided.open);
    if (decided.logIds.length > 0) await this.query(FORGET_DEADLINES, [decided.logIds]);
    return { againInMs: 0 };
  }

  /** Members without Kafka have them here; for the others the leader of the relay makes them, which alone knows what it sends. */
  private async askForVoids(open: ReadonlyMap<string, readonly string[]>): Promise<void> {
    const isHeld = (member: string): boolean => this.registry.now.member(member)?.transport !== 'kafka';
    for (const [recipient, logIds] of open) if (isHeld(recipient)) await this.held.voidDue(recipient, logIds);
    if (![...open.keys()].every(isHeld)) this.relay.expire();
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

function toOutcome({ log_id: logId, recipient, is_decided: isDecided }: DueRow): DueOutcome {
  return { logId, recipient, isDecided };
}
