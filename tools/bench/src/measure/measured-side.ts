import type { ChainLoad, ChainRun } from '../load/load';
import type { ProcessUse } from '../scenario';
import { ProcessUses, type Watched } from './process-use';

/** What carries chains of messages: the floor, or members on our libraries. */
export interface Carrier {
  readonly watched: readonly Watched[];
  run(load: ChainLoad): Promise<ChainRun>;
}

/** One side of a comparison: its runs, and what its processes used in those that count. */
export class MeasuredSide {
  readonly runs: ChainRun[] = [];
  private readonly counted: ProcessUses;

  constructor(
    readonly name: string,
    private readonly carrier: Carrier,
    /** Servers that work for both sides, and are counted apart for this one. */
    servers: readonly Watched[] = [],
  ) {
    const shared = servers.map((server) => ({ ...server, name: `${server.name} for ${name}` }));
    this.counted = new ProcessUses(() => [...carrier.watched, ...shared]);
  }

  /** A run that does not count. */
  async warmUp(load: ChainLoad): Promise<ChainRun> {
    return this.carrier.run(load);
  }

  async run(load: ChainLoad): Promise<ChainRun> {
    this.counted.resume();
    const run = await this.carrier.run(load);
    this.counted.pause();
    this.runs.push(run);
    return run;
  }

  /** Of the runs that count. */
  uses(): readonly ProcessUse[] {
    return this.counted.uses(this.runs.reduce((sum, { messages }) => sum + messages, 0));
  }
}
