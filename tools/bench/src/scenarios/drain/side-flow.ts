import { setTimeout as delay } from 'node:timers/promises';
import { InvalidRun } from '../../scenario';
import type { DatabaseReader } from '../../stage/database-reader';
import { eventually } from '../../stage/eventually';
import type { MemberOutbox } from '../../stage/member-outbox';
import { payableItem } from './payable-items';

const SENDER = 'tax';
const RECIPIENT = 'collecting-bank';
const ARRIVAL_MS = 30_000;

const MARKED = `select id::text, extract(epoch from handled_at)::float8 * 1000 as at from inbox
  where sender = $1 and id = any($2::uuid[]) and outcome = 'handled'`;

const CARRIED = `select k.id::text, extract(epoch from e.accepted_at)::float8 * 1000 as accepted,
    extract(epoch from d.produced_at)::float8 * 1000 as produced
  from known_message k join log_entry e using (log_id) join delivery d using (log_id)
  where k.sender = $1 and k.id = any($2::uuid[])`;

/** Milliseconds of one message from its sender's commit to its recipient's mark, and of what they are made. */
export interface SideTimes {
  readonly wholeMs: number;
  /** To the bus's plan of the batch that it came with. */
  readonly acceptedMs: number;
  /** From there to the round that produced it. */
  readonly producedMs: number;
  /** From there to the mark. */
  readonly handledMs: number;
}

export interface SideFlowOptions {
  readonly outbox: MemberOutbox;
  readonly reader: DatabaseReader;
  readonly ratePerSecond: number;
  readonly clockOffsetMs: number;
  readonly signal: AbortSignal;
}

/** A few messages a second between two members that have nothing to do with what is measured beside them. */
export class SideFlow {
  private nextItem = 0;

  constructor(private readonly options: SideFlowOptions) {}

  /** Sends evenly while it is wanted. The times of each message. */
  async run(wanted: () => boolean): Promise<SideTimes[]> {
    const { ratePerSecond, signal } = this.options;
    const committed = new Map<string, number>();
    const sending: Promise<void>[] = [];
    const beganAt = performance.now();
    for (let sent = 0; wanted(); sent += 1) {
      sending.push(this.sendOne(committed));
      const dueAt = beganAt + ((sent + 1) * 1_000) / ratePerSecond;
      await delay(Math.max(0, dueAt - performance.now()), undefined, { signal });
    }
    await Promise.all(sending);
    return this.times(committed);
  }

  private async sendOne(committed: Map<string, number>): Promise<void> {
    this.nextItem += 1;
    const ids = await this.options.outbox.send([payableItem(`side-${this.nextItem}`, RECIPIENT)]);
    const at = Date.now();
    for (const id of ids) committed.set(id, at);
  }

  private async times(committed: ReadonlyMap<string, number>): Promise<SideTimes[]> {
    const { reader, signal, clockOffsetMs } = this.options;
    const ids = [...committed.keys()];
    let marks: { id: string; at: number }[] = [];
    let carried: { id: string; accepted: number; produced: number | null }[] = [];
    const look = async (): Promise<boolean> => {
      marks = await reader.rows(RECIPIENT, MARKED, [SENDER, ids]);
      carried = await reader.rows('integration-bus', CARRIED, [SENDER, ids]);
      return marks.length === ids.length && carried.filter(({ produced }) => produced !== null).length === ids.length;
    };
    const describe = (): string => `${ids.length - marks.length} messages beside the drain were not handled`;
    await eventually(look, { timeoutMs: ARRIVAL_MS, signal, describe });
    const ways = new Map(carried.map(({ id, ...way }) => [id, way]));
    return marks.map(({ id, at }) => {
      const [sentAt, way] = [committed.get(id), ways.get(id)];
      if (sentAt === undefined || !way) throw new InvalidRun('a message beside the drain was handled but never sent');
      const [accepted, produced] = [way.accepted, way.produced ?? Number.NaN];
      return {
        ...{ wholeMs: at - clockOffsetMs - sentAt, acceptedMs: accepted - clockOffsetMs - sentAt },
        ...{ producedMs: produced - accepted, handledMs: at - produced },
      };
    });
  }
}
