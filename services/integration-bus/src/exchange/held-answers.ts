import { Injectable, Logger } from '@nestjs/common';
import type { AcceptedStream, NotHandledMessage, RejectedMessage } from '@lienthong/envelope';
import { Database } from '@lienthong/persistence';
import type { DeliveryRecord } from '../deliveries/delivery-record';
import { announceHeld } from '../deliveries/held/held-wake-ups';
import { CurrentRegistry } from '../members/current-registry';
import { AnswerRecords } from './answer-records';
import { type Answer, answersOf } from './answers.rules';
import type { ExchangedBatch } from './exchange-transaction';
import { bookWords, type KeptWord, restoredWords } from './held-words';

const MOST_AT_ONCE = 500;

const KEEP_ANSWERS = `
insert into told_answer (member, kind, item) select * from unnest($1::text[], $2::text[], $3::jsonb[])`;

const WAITING_ANSWERS = `select ord, kind, item from told_answer where member = $1 order by ord limit $2`;

const FORGET_ANSWERS = `delete from told_answer where member = $1 and ord <= $2`;

type AnswerRow = { readonly ord: string } & (
  | { readonly kind: 'accepted'; readonly item: AcceptedStream }
  | { readonly kind: 'rejected'; readonly item: RejectedMessage }
  | { readonly kind: 'not-handled'; readonly item: NotHandledMessage }
  | KeptWord
);

/**
 * What a sender without a topic must be told beside the answers to its requests: what became of messages that had waited
 * behind a gap, and of those that were not handled. It waits in the database until the sender takes it; the status tells it too.
 */
@Injectable()
export class HeldAnswers {
  private readonly logger = new Logger(HeldAnswers.name);

  constructor(
    private readonly database: Database,
    private readonly registry: CurrentRegistry,
    readonly records: AnswerRecords,
  ) {}

  /** Of a committed batch: who submitted a message himself was answered by then. */
  committed({ verdicts, plan, streams }: ExchangedBatch): void {
    const late = verdicts.filter(({ submission }) => submission.fromStash && this.isHeld(submission.sender));
    if (late.length === 0) return;
    const rejections = plan.rejections.filter(({ submission }) => late.some((one) => one.submission === submission));
    const answers = answersOf({ verdicts: late, streams, waiting: [] }, rejections);
    void this.keep(answers).catch((error: unknown) => {
      this.logger.warn({ error: String(error), msg: 'answers lost; the senders can ask for the status' });
    });
  }

  isHeld(member: string): boolean {
    return this.registry.now.member(member)?.transport !== 'kafka';
  }

  /** What became of deliveries that were not handled. */
  keepNotHandled(member: string, items: readonly NotHandledMessage[]): Promise<void> {
    return this.keepItems(items.map((item) => ({ member, kind: 'not-handled', item })));
  }

  private keep(answers: ReadonlyMap<string, Answer>): Promise<void> {
    const items = [...answers].flatMap(([member, { accepted, rejected }]) => [
      ...rejected.map((item) => ({ member, kind: 'rejected', item })),
      ...accepted.map((item) => ({ member, kind: 'accepted', item })),
    ]);
    return this.keepItems(items);
  }

  private async keepItems(
    items: readonly { readonly member: string; readonly kind: string; readonly item: object }[],
  ): Promise<void> {
    if (items.length === 0) return;
    await this.database.transaction(async (client) => {
      await client.query(KEEP_ANSWERS, [
        items.map(({ member }) => member),
        items.map(({ kind }) => kind),
        items.map(({ item }) => JSON.stringify(item)),
      ]);
      await announceHeld(
        client,
        items.map(({ member }) => member),
      );
    });
  }

  /** What is taken is told. */
  async take(member: string): Promise<readonly DeliveryRecord[]> {
    const { records, upTo } = await this.waiting(member);
    if (upTo !== undefined) await this.told(member, upTo);
    return records;
  }

  /** As signed protocol messages, and the place up to which they were read. */
  async waiting(member: string): Promise<{ readonly records: readonly DeliveryRecord[]; readonly upTo?: string }> {
    const rows = await this.query<AnswerRow>(WAITING_ANSWERS, [member, MOST_AT_ONCE]);
    const last = rows.at(-1);
    if (!last) return { records: [] };
    const answer: Answer = {
      accepted: rows.flatMap((row) => (row.kind === 'accepted' ? [row.item] : [])),
      rejected: rows.flatMap((row) => (row.kind === 'rejected' ? [row.item] : [])),
      wanted: rows.flatMap((row) => (row.kind === 'resend-wanted' ? [row.item] : [])),
    };
    const notHandled = rows.flatMap((row) => (row.kind === 'not-handled' ? [row.item] : []));
    const written = [
      ...restoredWords(this.records, member, rows),
      ...this.records.of(member, answer),
      ...(notHandled.length > 0 ? [this.records.notHandled(member, notHandled)] : []),
      ...bookWords(this.records, member, rows),
    ];
    const records = written.flatMap(({ messages }) => messages.map(toRecord));
    return { records, upTo: last.ord };
  }

  async told(member: string, upTo: string): Promise<void> {
    await this.query(FORGET_ANSWERS, [member, upTo]);
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

function toRecord({
  headers,
  value,
}: {
  readonly headers?: object;
  readonly value: Buffer | string | null;
}): DeliveryRecord {
  return { headers: headers as DeliveryRecord['headers'], value: value as Buffer };
}
