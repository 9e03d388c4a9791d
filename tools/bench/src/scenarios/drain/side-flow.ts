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

  /** Sends evenly while it is wanted. Milliseconds of each message from its sender's commit to its recipient's mark. */
  async run(wanted: () => boolean): Promise<number[]> {
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
    return this.latencies(committed);
  }

  private async sendOne(committed: Map<string, number>): Promise<void> {
    this.nextItem += 1;
    const ids = await this.options.outbox.send([payableItem(`side-${this.nextItem}`, RECIPIENT)]);
    const at = Date.now();
    for (const id of ids) committed.set(id, at);
  }

  private async latencies(committed: ReadonlyMap<string, number>): Promise<number[]> {
    const { reader, signal, clockOffsetMs } = this.options;
    let marks: { id: string; at: number }[] = [];
    const look = async (): Promise<boolean> => {
      marks = await reader.rows(RECIPIENT, MARKED, [SENDER, [...committed.keys()]]);
      return marks.length === committed.size;
    };
    const describe = (): string => `${committed.size - marks.length} messages beside the drain were not handled`;
    await eventually(look, { timeoutMs: ARRIVAL_MS, signal, describe });
    const latencies = marks.map(({ id, at }) => at - clockOffsetMs - (committed.get(id) ?? Number.NaN));
    if (latencies.some(Number.isNaN)) throw new InvalidRun('a message beside the drain was handled but never sent');
    return latencies;
  }
}
