import { Injectable } from '@nestjs/common';
import type { AcceptedStream, NotHandledMessage, RejectedMessage } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Database, together } from '@lienthong/persistence';
import type { ClientBase } from 'pg';
import type { DeliveryRecord } from '../deliveries/delivery-record';
import { announceHeld } from '../deliveries/held/held-wake-ups';
import { IntegrationBusConfig } from '../integration-bus.config';
import { CurrentRegistry } from '../members/current-registry';
import { AnswerRecords } from './answer-records';
import { type Answer, answersOf } from './answers.rules';
import type { BatchPlan } from './batch-plan';
import { bookWords, type KeptWord, keyWords, restoredWords } from './held-words';
import { bodiesOf } from './protocol-bodies.rules';
import type { Judgement } from './verdict.rules';

const MOST_AT_ONCE = 500;
const FIRST_RETRY_MS = 1_000;

const KEEP_ANSWERS = `
insert into told_answer (member, kind, item) select * from unnest($1::text[], $2::text[], $3::jsonb[])`;

/** What nobody has under a lease at $3 is told to $1 under the lease $4 until $5. */
const LEASE_ANSWERS = `
with due as (
  select ord from told_answer where member = $1 and (leased_until is null or leased_until <= $3)
  order by ord limit $2 for update skip locked),
leased as (
  update told_answer t set lease_id = $4, leased_until = $5 from due d where t.ord = d.ord returning t.ord, t.kind, t.item)
select * from leased order by ord`;

const NEXT_DUE = `select min(leased_until) as due from told_answer where member = $1 and leased_until > $2`;

const GIVE_BACK = `
update told_answer set lease_id = null, leased_until = null where member = $1 and lease_id = $2`;

const FORGET_LEASED = `delete from told_answer where member = $1 and lease_id = $2 returning ord`;

const FORGET_READ = `delete from told_answer where member = $1 and ord = any($2::bigint[])`;

/** Not taken: told again after a delay that doubles from $5 to $6, drawn between nothing and it by the share $7. Only for who has them under the lease $3. */
const PUT_OFF = `
update told_answer set lease_id = null, attempts = attempts + 1, leased_until =
  $4::timestamptz + interval '1 millisecond' * $7::float8 * least($5::float8 * power(2, least(attempts, 20)), $6::float8)
where member = $1 and ord = any($2::bigint[]) and lease_id = $3`;

type AnswerRow = { readonly ord: string } & (
  | { readonly kind: 'accepted'; readonly item: AcceptedStream }
  | { readonly kind: 'rejected'; readonly item: RejectedMessage }
  | { readonly kind: 'not-handled'; readonly item: NotHandledMessage }
  | KeptWord
);

/** The order in which the kinds are told. */
const KINDS = [
  'key-changed',
  'restored',
  'rejected',
  'accepted',
  'resend-wanted',
  'not-handled',
  'book-wanted',
] as const;
/** Each of these is a message of its own; of the others many are items of one. */
const ALONE: readonly string[] = ['key-changed', 'restored', 'book-wanted'];

/** A protocol message, and the places by which it is forgotten. */
export interface WaitingWord {
  readonly record: DeliveryRecord;
  readonly read: readonly string[];
}

/** Under which lease a member is told something, and until when nobody else tells it. */
export interface AnswerLease {
  readonly leaseId: string;
  readonly until: Date;
}

/**
 * What a sender without a topic must be told beside the answers to its requests: what became of messages that had waited
 * behind a gap, and of those that were not handled. It is written with what it tells of, and waits in the database until the
 * sender shows that it has read it; told again, it says the same. The status tells it too.
 */
@Injectable()
export class HeldAnswers {
  constructor(
    private readonly database: Database,
    private readonly registry: CurrentRegistry,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
    readonly records: AnswerRecords,
  ) {}

  /** In the transaction of a batch: who submitted a message himself is answered by his request. */
  async write(client: ClientBase, { verdicts, streams }: Judgement, { rejections }: BatchPlan): Promise<void> {
    const late = verdicts.filter(({ submission }) => submission.fromStash && this.isHeld(submission.sender));
    if (late.length === 0) return;
    const refused = rejections.filter(({ submission }) => late.some((one) => one.submission === submission));
    const answers = answersOf({ verdicts: late, streams, waiting: [] }, refused);
    const items = [...answers].flatMap(([member, { accepted, rejected }]) => [
      ...rejected.map((item) => ({ member, kind: 'rejected', item })),
      ...accepted.map((item) => ({ member, kind: 'accepted', item })),
    ]);
    await keep(client, items);
  }

  isHeld(member: string): boolean {
    return this.registry.now.member(member)?.transport !== 'kafka';
  }

  /** What became of deliveries that were not handled. */
  keepNotHandled(member: string, items: readonly NotHandledMessage[]): Promise<void> {
    const kept = items.map((item) => ({ member, kind: 'not-handled', item }));
    return this.database.transaction((client) => keep(client, kept));
  }

  /** As signed protocol messages, for one puller at a time; they come again after the lease, until `told`. */
  async lease(member: string, lease: AnswerLease): Promise<readonly DeliveryRecord[]> {
    return this.recordsOf(member, await this.leased(member, lease));
  }

  /** The puller has read the answer to this lease. Returns how many items that were. */
  async told(member: string, leaseId: string): Promise<number> {
    return (await this.database.query(FORGET_LEASED, [member, leaseId])).length;
  }

  /** Nobody has read the answer to this lease. */
  giveBack(member: string, leaseId: string): Promise<void> {
    return this.database.transaction(async (client) => {
      const { rowCount } = await client.query(GIVE_BACK, [member, leaseId]);
      if (rowCount !== 0) await announceHeld(client, [member]);
    });
  }

  /** When something that the member was told, or did not take, is due again. */
  async nextDue(member: string): Promise<Date | undefined> {
    const [row] = await this.database.query<{ due: Date | null }>(NEXT_DUE, [member, this.clock.now()]);
    return row?.due ?? undefined;
  }

  /** The same for who is told them one by one: each is forgotten, or put off, alone. */
  async leaseWords(member: string, lease: AnswerLease): Promise<readonly WaitingWord[]> {
    return partsOf(await this.leased(member, lease)).flatMap((part) => {
      const read = part.map(({ ord }) => ord);
      return this.recordsOf(member, part).map((record) => ({ record, read }));
    });
  }

  async forget(member: string, read: readonly string[]): Promise<void> {
    if (read.length > 0) await this.database.query(FORGET_READ, [member, read]);
  }

  /** It was not taken: told again after a while, longer with every time. */
  async putOff(member: string, leaseId: string, read: readonly string[]): Promise<void> {
    const pace = [FIRST_RETRY_MS, this.config.redeliverAtMostMs, Math.random()];
    await this.database.query(PUT_OFF, [member, read, leaseId, this.clock.now(), ...pace]);
  }

  private leased(member: string, { leaseId, until }: AnswerLease): Promise<AnswerRow[]> {
    return this.database.query<AnswerRow>(LEASE_ANSWERS, [member, MOST_AT_ONCE, this.clock.now(), leaseId, until]);
  }

  private recordsOf(member: string, rows: readonly AnswerRow[]): readonly DeliveryRecord[] {
    const answer: Answer = {
      accepted: rows.flatMap((row) => (row.kind === 'accepted' ? [row.item] : [])),
      rejected: rows.flatMap((row) => (row.kind === 'rejected' ? [row.item] : [])),
      wanted: rows.flatMap((row) => (row.kind === 'resend-wanted' ? [row.item] : [])),
    };
    const notHandled = rows.flatMap((row) => (row.kind === 'not-handled' ? [row.item] : []));
    const written = [
      ...keyWords(this.records, member, rows),
      ...restoredWords(this.records, member, rows),
      ...this.records.of(member, answer),
      ...(notHandled.length > 0 ? [this.records.notHandled(member, notHandled)] : []),
      ...bookWords(this.records, member, rows),
    ];
    return written.flatMap(({ messages }) => messages.map(toRecord));
  }
}

/** The rows of one message each, in the order in which they are told. */
function partsOf(rows: readonly AnswerRow[]): AnswerRow[][] {
  return KINDS.flatMap((kind) => {
    const left = rows.filter((row) => row.kind === kind);
    const sizes = ALONE.includes(kind)
      ? left.map(() => 1)
      : bodiesOf(left.map(({ item }) => item)).map(({ items }) => items.length);
    return sizes.map((size) => left.splice(0, size));
  });
}

async function keep(
  client: ClientBase,
  items: readonly { readonly member: string; readonly kind: string; readonly item: object }[],
): Promise<void> {
  if (items.length === 0) return;
  const members = items.map(({ member }) => member);
  const values = [members, items.map(({ kind }) => kind), items.map(({ item }) => JSON.stringify(item))];
  await together([client.query(KEEP_ANSWERS, values), announceHeld(client, members)]);
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
