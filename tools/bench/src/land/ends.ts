import { setTimeout as delay } from 'node:timers/promises';
import type { Databases } from '../../../crash-sweep/src';
import { InvalidRun } from '../scenario';

/** One index range a look: the dossiers of the office that came to their last state since a little before the last look. */
const ENDED = `select code, accepted_at as "acceptedAt", since from dossier where office = $1 and state = 10 and since >= $2`;
/** A row is dated before it is committed: what is older than this was committed long ago. */
const COMMITTED_WITHIN_MS = 3_000;
const STALL_MS = 60_000;

interface Row {
  readonly code: string;
  readonly acceptedAt: Date;
  readonly since: Date;
}

export interface EndsOptions {
  readonly databases: Databases;
  readonly office: string;
  readonly lookEveryMs: number;
  /** Business time minus real time. */
  readonly clockOffsetMs: number;
  readonly signal: AbortSignal;
}

/** Sees dossiers end in the desk's own database, at most one look after the commit, without asking the desk. */
export class Ends {
  /** Milliseconds from acceptance (before its commit) to the look that found the last state committed. */
  private readonly latencies = new Map<string, number>();
  private readonly waiting = new Map<string, () => void>();
  private readonly done = new AbortController();
  private from: Date;
  private movedAt = performance.now();

  constructor(private readonly options: EndsOptions) {
    this.from = new Date(Date.now() + options.clockOffsetMs);
  }

  /** Looks until `close`; rejects when nothing ends for a minute. */
  async watch(): Promise<void> {
    const { lookEveryMs, signal } = this.options;
    while (!this.done.signal.aborted) {
      signal.throwIfAborted();
      await this.look();
      if (this.waiting.size === 0) this.movedAt = performance.now();
      if (performance.now() - this.movedAt > STALL_MS) throw this.stalled();
      await delay(lookEveryMs);
    }
  }

  close(): void {
    this.done.abort();
  }

  /** Resolves when the dossier has ended: milliseconds since it was accepted. */
  async of(code: string): Promise<number> {
    if (!this.latencies.has(code)) await new Promise<void>((resolve) => this.waiting.set(code, resolve));
    return this.latencies.get(code) as number;
  }

  private async look(): Promise<void> {
    const { databases, office, clockOffsetMs } = this.options;
    const rows = await databases.rows<Row>('intake', ENDED, [office, this.from]);
    const seenAt = Date.now() + clockOffsetMs;
    for (const { code, acceptedAt } of rows) {
      if (this.latencies.has(code)) continue;
      this.latencies.set(code, seenAt - acceptedAt.getTime());
      this.movedAt = performance.now();
      this.waiting.get(code)?.();
      this.waiting.delete(code);
    }
    this.from = new Date(seenAt - COMMITTED_WITHIN_MS);
  }

  private stalled(): InvalidRun {
    const open = [...this.waiting.keys()];
    return new InvalidRun(
      `nothing ended for ${STALL_MS / 1_000} s; ${open.length} dossiers are open, among them ${open[0]}`,
    );
  }
}
