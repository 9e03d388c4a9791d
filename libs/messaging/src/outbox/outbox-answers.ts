import { AcceptedV1, NotHandledV1, RejectedV1, ResendWantedV1 } from '@lienthong/envelope';
import type { ClientBase } from 'pg';
import type { KafkaLogger } from '../kafka/kafka-client';
import { REOPEN_ANSWERED } from '../restore/restore.sql';
import { ACCEPT_OUTBOX, NOTE_NOT_HANDLED, REJECT_OUTBOX, REMOVE_ACCEPTED, RESEND_OUTBOX } from './outbox.sql';

const REMOVE_AT_ONCE = 5_000;
const REOPEN_AT_ONCE = 5_000;
/** Between the clocks of bus and member. */
const CLOCKS_DIFFER_MS = 600_000;

/** What the bus answered about messages this member sent. Each is one statement and may come any number of times. */
export class OutboxAnswers {
  constructor(private readonly logger: KafkaLogger) {}

  async accepted(client: ClientBase, bodies: readonly AcceptedV1[]): Promise<void> {
    const items = bodies.flatMap((body) => body.items);
    if (items.length === 0) return;
    await client.query(ACCEPT_OUTBOX, [
      items.map((i) => i.stream),
      items.map((i) => i.epoch),
      items.map((i) => i.from),
      items.map((i) => i.upTo),
    ]);
  }

  async rejected(client: ClientBase, bodies: readonly RejectedV1[]): Promise<void> {
    const items = bodies.flatMap((body) => body.items);
    if (items.length === 0) return;
    for (const { id, code, logId } of items)
      this.logger.error({ messageId: id, code, logId }, 'the bus rejected a message');
    await client.query(REJECT_OUTBOX, [items.map((i) => i.id), items.map((i) => JSON.stringify(i))]);
  }

  async notHandled(client: ClientBase, bodies: readonly NotHandledV1[]): Promise<void> {
    const items = bodies.flatMap((body) => body.items);
    if (items.length === 0) return;
    for (const { id, recipient, outcome, logId } of items)
      this.logger.error({ messageId: id, recipient, outcome, logId }, 'a recipient did not handle a message');
    await client.query(NOTE_NOT_HANDLED, [
      items.map((i) => i.id),
      items.map((i) => i.recipient),
      items.map((i) => i.outcome),
      items.map((i) => i.reason),
      items.map((i) => i.at),
    ]);
  }

  async resendWanted(client: ClientBase, bodies: readonly ResendWantedV1[]): Promise<number> {
    const items = bodies.flatMap((body) => body.items);
    if (items.length === 0) return 0;
    const { rowCount } = await client.query(RESEND_OUTBOX, [
      items.map((i) => i.stream),
      items.map((i) => i.epoch),
      items.map((i) => i.from),
      items.map((i) => i.to),
    ]);
    return rowCount ?? 0;
  }

  /** The bus has forgotten what it answered since then: these rows are open again, a little more than that. */
  async forgotten(client: ClientBase, since: Date): Promise<void> {
    const from = new Date(since.getTime() - CLOCKS_DIFFER_MS);
    for (let reopened = REOPEN_AT_ONCE; reopened === REOPEN_AT_ONCE;) {
      reopened = (await client.query(REOPEN_ANSWERED, [from, REOPEN_AT_ONCE])).rowCount ?? 0;
      if (reopened > 0)
        this.logger.warn({ reopened, since }, 'the bus was restored: what it answered since is sent again');
    }
  }

  /** Removes rows accepted more than `days` days ago, in batches. Returns how many. */
  async removeOld(client: ClientBase, days: number): Promise<number> {
    let removed = 0;
    for (;;) {
      const { rowCount } = await client.query(REMOVE_ACCEPTED, [days, REMOVE_AT_ONCE]);
      removed += rowCount ?? 0;
      if ((rowCount ?? 0) < REMOVE_AT_ONCE) return removed;
    }
  }
}
