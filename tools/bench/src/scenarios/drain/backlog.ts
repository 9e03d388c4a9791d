import { InvalidRun } from '../../scenario';
import type { DatabaseReader } from '../../stage/database-reader';
import { eventually } from '../../stage/eventually';
import type { MemberOutbox } from '../../stage/member-outbox';
import { payableItem } from './payable-items';

export const SENDER = 'tax';
export const RECIPIENT = 'treasury';
/** Messages of one stream: enough that an order among them could be broken. */
const PER_STREAM = 4;
const PER_TRANSACTION = 500;
/** Far slower than anything measured: then something stands still. */
const SLOWEST_PER_SECOND = 100;
const GRACE_MS = 60_000;

const WAITING = `select count(*)::int as n from delivery where recipient = $1 and stream like $2 and state <> 'acknowledged'`;
const OPEN = `select exists (select from delivery where recipient = $1 and state = 'waiting')
  or exists (select from delivery where recipient = $1 and state = 'produced') as open`;
const ACKNOWLEDGED = `select count(*) filter (where outcome = 'handled')::int as handled, count(*)::int as deliveries,
  extract(epoch from max(acknowledged_at))::float8 * 1000 as "lastAt"
  from delivery where recipient = $1 and stream like $2`;
/** Of each stream: how many, from and to which number, and whether a later number was ever marked before an earlier one. */
const IN_ORDER = `
  with numbered as (
    select stream, seq, handled_at, outcome, lag(handled_at) over (partition by stream order by seq) as before
    from inbox where sender = $1 and stream like $2),
  streams as (
    select stream, count(*) as n, min(seq) as first, max(seq) as last, bool_and(outcome = 'handled') as handled,
      bool_or(handled_at < before) as swapped from numbered group by stream)
  select count(*)::int as streams, coalesce(sum(n), 0)::int as messages,
    count(*) filter (where swapped or not handled or first <> 1 or last <> n)::int as wrong,
    (select extract(epoch from min(handled_at))::float8 * 1000 from numbered) as "firstAt" from streams`;

export interface BacklogOptions {
  readonly outbox: MemberOutbox;
  readonly reader: DatabaseReader;
  readonly signal: AbortSignal;
  /** Begins the ids of its items, and so its streams. */
  readonly tag: string;
  readonly messages: number;
}

export interface DrainTimes {
  /** The member's first mark, milliseconds by the Clock. */
  readonly firstAt: number;
  /** Messages a second from the first mark to the bus's last acknowledgement. */
  readonly perSecond: number;
}

/** What waits at the bus for a member that is away. */
export class Backlog {
  private readonly like: string;

  constructor(private readonly options: BacklogOptions) {
    this.like = `document:${options.tag}-%`;
  }

  /** Sent, accepted, logged, and waiting at the bus; streams take turns, as dossiers do. */
  async fill(): Promise<void> {
    const { outbox, reader, messages, tag, signal } = this.options;
    const streams = Math.ceil(messages / PER_STREAM);
    for (let sent = 0; sent < messages; sent += PER_TRANSACTION) {
      signal.throwIfAborted();
      const some = Array.from({ length: Math.min(PER_TRANSACTION, messages - sent) }, (_, i) => (sent + i) % streams);
      await outbox.send(some.map((stream) => payableItem(`${tag}-${stream}`, RECIPIENT)));
    }
    let waiting = 0;
    const look = async (): Promise<boolean> => {
      waiting = (await reader.one<{ n: number }>('integration-bus', WAITING, [RECIPIENT, this.like])).n;
      return waiting === messages;
    };
    const describe = (): string => `${waiting} of ${messages} messages came to wait at the bus`;
    await eventually(look, { timeoutMs: this.timeoutMs, everyMs: 1_000, signal, describe });
  }

  /** Resolves when every delivery to the member has its answer. */
  async emptied(): Promise<void> {
    const { reader, signal } = this.options;
    const look = async (): Promise<boolean> =>
      !(await reader.one<{ open: boolean }>('integration-bus', OPEN, [RECIPIENT])).open;
    const describe = (): string => 'what waited was not answered';
    await eventually(look, { timeoutMs: this.timeoutMs, signal, describe });
  }

  /** What the rows tell. @throws InvalidRun unless all were handled once and in order */
  async drained(): Promise<DrainTimes> {
    const { reader, messages } = this.options;
    const [inbox, bus] = await Promise.all([
      reader.one<{ streams: number; messages: number; wrong: number; firstAt: number }>(RECIPIENT, IN_ORDER, [
        SENDER,
        this.like,
      ]),
      reader.one<{ handled: number; deliveries: number; lastAt: number }>('integration-bus', ACKNOWLEDGED, [
        RECIPIENT,
        this.like,
      ]),
    ]);
    if (inbox.messages !== messages || bus.deliveries !== messages || bus.handled !== messages)
      throw new InvalidRun(
        `of ${messages} messages ${bus.deliveries} were delivered, ${inbox.messages} marked, ${bus.handled} acknowledged`,
      );
    if (inbox.wrong > 0) throw new InvalidRun(`${inbox.wrong} of ${inbox.streams} streams were not handled in order`);
    return { firstAt: inbox.firstAt, perSecond: (messages * 1_000) / (bus.lastAt - inbox.firstAt) };
  }

  private get timeoutMs(): number {
    return GRACE_MS + (this.options.messages * 1_000) / SLOWEST_PER_SECOND;
  }
}
