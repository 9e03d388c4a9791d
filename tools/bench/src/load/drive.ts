import { setTimeout as delay } from 'node:timers/promises';
import { InvalidRun } from '../scenario';
import { type ChainPlan, indexOfChain } from './chain';
import type { Begin, Committed } from './line';

export interface Drive {
  readonly plan: ChainPlan;
  readonly chains: number;
  readonly atOnce?: number;
  readonly ratePerSecond?: number;
  tell(begin: Begin): void;
  /** The driver hears here what is committed. */
  listen(hear: (committed: Committed) => void): void;
  /** Fails when a process ends. */
  readonly failed: Promise<never>;
  readonly signal: AbortSignal;
}

export interface Driven {
  /** Before the first chain was asked for; epoch milliseconds. */
  readonly startedAt: number;
  /** First commit to last recipient's commit of each chain, in their order. */
  readonly latenciesMs: readonly number[];
}

const STALL_MS = 60_000;
const LOOK_EVERY_MS = 1_000;

/** Begins chains all at once, so many at a time or at a rate, and waits until each has ended once. */
export async function drive(wanted: Drive): Promise<Driven> {
  const { plan, chains, atOnce = chains, ratePerSecond, failed, signal } = wanted;
  const book = new Book(chains);
  const startedAt = Date.now();
  let next = 0;
  const begin = (count: number): void => {
    const more = Math.min(count, chains - next);
    if (more <= 0) return;
    wanted.tell({ kind: 'begin', plan, from: next, count: more });
    next += more;
  };
  wanted.listen((committed) => {
    book.note(committed);
    if (committed.kind === 'ended' && ratePerSecond === undefined) begin(committed.chains.length);
  });
  if (ratePerSecond === undefined) begin(atOnce);
  else void paced(ratePerSecond, begin, () => next < chains && !signal.aborted);
  await Promise.race([book.complete(signal), failed]);
  return { startedAt, latenciesMs: book.latenciesMs() };
}

async function paced(rate: number, begin: (count: number) => void, goesOn: () => boolean): Promise<void> {
  const startedAt = performance.now();
  for (let begun = 0; goesOn();) {
    const due = 1 + Math.floor(((performance.now() - startedAt) * rate) / 1_000);
    begin(due - begun);
    begun = due;
    await delay(Math.max(1, (due * 1_000) / rate - (performance.now() - startedAt)));
  }
}

/** When each chain began and ended. */
class Book {
  private readonly begun: Float64Array;
  private readonly ended: Float64Array;
  private open: number;
  private twice = 0;
  private done: () => void = () => undefined;

  constructor(private readonly chains: number) {
    this.begun = new Float64Array(chains);
    this.ended = new Float64Array(chains);
    this.open = chains;
  }

  note({ kind, chains, at }: Committed): void {
    const times = kind === 'begun' ? this.begun : this.ended;
    for (const chain of chains) {
      const index = indexOfChain(chain);
      if (times[index]) this.twice += 1;
      else if (kind === 'ended') this.open -= 1;
      times[index] = at;
    }
    if (this.open === 0) this.done();
  }

  /** Fails when nothing ends any more. */
  async complete(signal: AbortSignal): Promise<void> {
    let finished = false;
    const done = new Promise<void>((resolve) => (this.done = resolve)).then(() => (finished = true));
    const watch = async (): Promise<void> => {
      for (let [seen, since] = [this.open, performance.now()]; !finished;) {
        await delay(LOOK_EVERY_MS);
        signal.throwIfAborted();
        if (this.open !== seen) [seen, since] = [this.open, performance.now()];
        else if (performance.now() - since > STALL_MS) throw new InvalidRun(`${this.open} chains did not end`);
      }
    };
    if (this.open > 0) await Promise.race([done, watch()]);
    if (this.twice > 0) throw new InvalidRun(`${this.twice} chains of ${this.chains} ended or began twice`);
  }

  latenciesMs(): number[] {
    return [...this.ended].map((at, index) => at - (this.begun[index] as number));
  }
}
