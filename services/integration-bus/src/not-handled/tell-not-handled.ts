import { Injectable, Logger } from '@nestjs/common';
import { messageOf, type NotHandledMessage, NotHandledV1 } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { HoldBack } from '@lienthong/messaging';
import { Database } from '@lienthong/persistence';
import { TimedWork } from '@lienthong/service-host';
import { HeldAnswers } from '../exchange/held-answers';
import { bodiesOf } from '../exchange/protocol-bodies.rules';
import { IntegrationBusConfig } from '../integration-bus.config';
import { ProtocolPost } from '../protocol-post';
import { CLAIM_NOT_HANDLED, FORGET_TOLD, MARK_TOLD, SENDERS_TO_TELL } from './not-handled.sql';

/** Of one sender; then the others have their turn. */
const AT_ONCE = 500;
const KEPT_MS = 30 * 86_400_000;
const LONGEST_REASON = 500;

interface NotHandledRow {
  ord: string;
  recipient: string;
  word: NotHandledMessage['outcome'];
  log_id: string;
  id: string;
  sent_in: string;
  reason: string | null;
  at: Date;
}

/**
 * Tells senders what recipients parked or discarded and what voids replaced. Each sender in turn, by rows that are claimed
 * while it is told: a sender that cannot be reached holds nobody else, and instances share the work. Marked as told only once
 * the broker has it, so that a crash in between tells it again; a sender knows what it was told before.
 */
@Injectable()
export class TellNotHandled extends TimedWork {
  private readonly logger = new Logger(TellNotHandled.name);
  private readonly senders = new HoldBack();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly post: ProtocolPost,
    private readonly held: HeldAnswers,
    config: IntegrationBusConfig,
  ) {
    super({
      name: 'not-handled',
      everyMs: config.tellNotHandledMs,
      work: () => this.round(),
      onFailure: (error) => this.logger.warn({ error: String(error), msg: 'senders are told later' }),
    });
  }

  private async round(): Promise<{ readonly againInMs?: number }> {
    const waiting = await this.database.query<{ sender: string }>(SENDERS_TO_TELL);
    let mostTold = 0;
    for (const { sender } of waiting) {
      if (!this.senders.isHeld(sender)) mostTold = Math.max(mostTold, await this.tellOrHold(sender));
    }
    if (waiting.length > 0) await this.database.query(FORGET_TOLD, [new Date(this.clock.now().getTime() - KEPT_MS)]);
    return mostTold === AT_ONCE ? { againInMs: 0 } : {};
  }

  /** A sender that cannot be told waits alone. */
  private async tellOrHold(sender: string): Promise<number> {
    try {
      const told = await this.tell(sender);
      this.senders.succeeded(sender);
      return told;
    } catch (error) {
      const waitMs = this.senders.failed(sender);
      this.logger.warn({ sender, waitMs, error: String(error), msg: 'a sender is told later' });
      return 0;
    }
  }

  /** One slice. Returns how much of it the sender was told. */
  private tell(sender: string): Promise<number> {
    return this.database.transaction(async (client) => {
      const { rows } = await client.query<NotHandledRow>(CLAIM_NOT_HANDLED, [sender, AT_ONCE]);
      if (rows.length === 0) return 0;
      await this.reach(sender, rows.map(itemOf));
      await client.query(MARK_TOLD, [rows.map(({ ord }) => ord), this.clock.now()]);
      return rows.length;
    });
  }

  /** A sender without a topic finds it in what is held for it. */
  private async reach(sender: string, items: readonly NotHandledMessage[]): Promise<void> {
    if (this.held.isHeld(sender)) return this.held.keepNotHandled(sender, items);
    const definition = messageOf(NotHandledV1);
    const missed = await this.post.send(bodiesOf(items).map((body) => ({ member: sender, definition, body })));
    if (missed.length > 0) throw new Error('its topic was not reached');
  }
}

function itemOf({ id, sent_in: stream, recipient, word, reason, log_id: logId, at }: NotHandledRow): NotHandledMessage {
  const why = (reason ?? word).slice(0, LONGEST_REASON);
  return { id, stream, recipient, outcome: word, reason: why, logId, at: instantText(at) };
}
