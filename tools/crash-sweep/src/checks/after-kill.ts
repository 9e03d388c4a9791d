import { type AcceptedV1, PROTOCOL_TYPES } from '@lienthong/envelope';
import { topicNames } from '@lienthong/messaging';
import type { ServiceName } from '../../../local-infra/src';
import type { Databases } from '../stage/databases';
import type { TapeRecord, TopicTape } from '../stage/topic-tape';
import type { Violation } from './violation';
import { deliveryNumberOf, idOf, senderOf, typeOf } from './wire';

const BUS = 'integration-bus';

/** Messages of which the recipient keeps no trace at all. */
const NOT_IN_INBOX = `
select v.sender, v.id from unnest($1::text[], $2::uuid[]) v(sender, id)
where not exists (select from inbox i where i.sender = v.sender and i.id = v.id)
  and not exists (select from stash s where s.sender = v.sender and s.id = v.id)
  and not exists (select from parked p where p.sender = v.sender and p.id = v.id::text)`;

const NOT_AT_THE_BUS = `
select v.sender, v.id from unnest($1::text[], $2::uuid[]) v(sender, id)
where not exists (select from known_message k where k.sender = v.sender and k.id = v.id)
  and not exists (select from rejection r where r.sender = v.sender and r.id = v.id)
  and not exists (select from stash s where s.headers ->> 'ce_id' = v.id::text)`;

const NOT_CLOSED = `
select v.stream, v.epoch, o.seq from unnest($1::text[], $2::int[], $3::bigint[], $4::bigint[]) v(stream, epoch, first, last)
  join outbox o on o.stream = v.stream and o.epoch = v.epoch and o.seq between v.first and v.last
where o.accepted_at is null and o.rejected_at is null`;

const MARKED_SENT = `select id, stream, seq from outbox where sent_at is not null and accepted_at is null and rejected_at is null`;

const MARKED_PRODUCED = `
select recipient, stream, epoch, seq from delivery where produced_at is not null and outcome is distinct from 'handled'`;

interface Named {
  readonly sender: string;
  readonly id: string;
}

export interface KillBooks {
  readonly databases: Databases;
  readonly tape: TopicTape;
  readonly members: readonly ServiceName[];
  readonly topicPrefix: string;
}

/** What must hold at every instant, looked at while the process lies dead: these faults heal, and are gone at quiet. */
export class AfterKill {
  private readonly topics: ReturnType<typeof topicNames>;
  private readonly checkedTo = new Map<string, number>();

  constructor(private readonly books: KillBooks) {
    this.topics = topicNames(books.topicPrefix);
  }

  async check(service: ServiceName): Promise<Violation[]> {
    const marks = service === BUS ? this.producedIsWritten() : this.sentIsWritten(service);
    const [offsets, marked] = await Promise.all([this.offsetsFollow(service), marks]);
    return [...offsets, ...marked].map((violation) => ({ ...violation, process: service }));
  }

  /** Records before these offsets were deleted: no process need know them from its topic. */
  begins(topic: string, offsets: ReadonlyMap<number, number>): void {
    for (const [partition, offset] of offsets) {
      const place = `${topic}|${partition}`;
      this.checkedTo.set(place, Math.max(offset, this.checkedTo.get(place) ?? 0));
    }
  }

  /** No committed offset is ahead of what the database knows. */
  private async offsetsFollow(service: ServiceName): Promise<Violation[]> {
    const read =
      service === BUS ? this.books.members.map((member) => this.topics.out(member)) : [this.topics.in(service)];
    const violations: Violation[] = [];
    for (const topic of read) {
      const records: TapeRecord[] = [];
      for (const [partition, to] of await this.books.tape.committed(`${this.books.topicPrefix}${service}`, topic)) {
        const place = `${topic}|${partition}`;
        const from = this.checkedTo.get(place) ?? 0;
        if (to <= from) continue;
        records.push(...(await this.books.tape.between(topic, partition, { from, to })));
        this.checkedTo.set(place, to);
      }
      if (records.length > 0) violations.push(...(await this.keptOf(service, records)));
    }
    return violations;
  }

  private async keptOf(service: ServiceName, records: readonly TapeRecord[]): Promise<Violation[]> {
    const known = service === BUS ? records : records.filter((record) => deliveryNumberOf(record) > 0);
    const statement = service === BUS ? NOT_AT_THE_BUS : NOT_IN_INBOX;
    const missing = await this.books.databases.rows<Named>(service, statement, [known.map(senderOf), known.map(idOf)]);
    const lost = missing.map(({ sender, id }): Violation => {
      const record = known.find((one) => idOf(one) === id && senderOf(one) === sender);
      const place = record ? `${record.topic}/${record.partition}@${record.offset}` : '?';
      const what = record ? typeOf(record) : '';
      const text = `${service} has committed an offset beyond ${place} (${what} ${id}), which its database does not know`;
      return { harm: 'lost', text, ...(record && { stream: record.stream }) };
    });
    return service === BUS ? lost : [...lost, ...(await this.acceptedIsClosed(service, records))];
  }

  private async acceptedIsClosed(service: ServiceName, records: readonly TapeRecord[]): Promise<Violation[]> {
    const told = records.filter((record) => typeOf(record) === PROTOCOL_TYPES.accepted);
    const items = told.flatMap(({ value }) => (JSON.parse(String(value)) as AcceptedV1).items);
    if (items.length === 0) return [];
    const rows = await this.books.databases.rows<{ stream: string; seq: string }>(service, NOT_CLOSED, [
      items.map((item) => item.stream),
      items.map((item) => item.epoch),
      items.map((item) => item.from),
      items.map((item) => item.upTo),
    ]);
    return rows.map(({ stream, seq }) => ({
      harm: 'lost',
      stream,
      text: `${service} has committed an offset beyond the acceptance of ${stream} number ${seq}, which is still open there`,
    }));
  }

  /** Nothing is marked sent that the topic does not hold. */
  private async sentIsWritten(service: ServiceName): Promise<Violation[]> {
    const rows = await this.books.databases.rows<{ id: string; stream: string; seq: string }>(service, MARKED_SENT);
    if (rows.length === 0) return [];
    const topic = this.topics.out(service);
    await this.books.tape.caughtUp([topic]);
    return rows
      .filter(({ id }) => !this.books.tape.holds(topic, id))
      .map(({ id, stream, seq }) => ({
        harm: 'lost',
        stream,
        text: `${service} has marked message ${id} (${stream} number ${seq}) as sent, and ${topic} does not hold it`,
      }));
  }

  private async producedIsWritten(): Promise<Violation[]> {
    const rows = await this.books.databases.rows<{ recipient: string; stream: string; epoch: number; seq: string }>(
      BUS,
      MARKED_PRODUCED,
    );
    if (rows.length === 0) return [];
    await this.books.tape.caughtUp([...new Set(rows.map(({ recipient }) => this.topics.in(recipient)))]);
    return rows
      .filter(
        ({ recipient, stream, epoch, seq }) =>
          !this.books.tape.holds(this.topics.in(recipient), `${stream}|${epoch}|${seq}`),
      )
      .map(({ recipient, stream, seq }) => ({
        harm: 'lost',
        stream,
        text: `the bus has marked ${stream} number ${seq} as produced, and ${this.topics.in(recipient)} does not hold it`,
      }));
  }
}
