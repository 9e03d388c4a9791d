import { Floor, type FloorRun } from '../floor/floor';
import type { Watched } from '../measure/process-use';
import type { BenchContext } from '../scenario';
import type { ChainShape } from './chain-shape';
import type { Pace } from './land-load';

const WARM_UP = 100;

/** The floor cut to the shape of a land transfer: as many messages, of the same size, over the same members. */
export class FloorChain {
  private constructor(
    private readonly floor: Floor,
    readonly handOver: boolean,
    private readonly shape: ChainShape,
  ) {}

  /** Tries it with and without hand-over in memory, and keeps the faster. */
  static async open(context: BenchContext, shape: ChainShape): Promise<FloorChain> {
    const members = [...new Set(shape.route)];
    const tried: { handOver: boolean; durationMs: number }[] = [];
    let kept: FloorChain | undefined;
    for (const handOver of [false, true]) {
      await kept?.floor.close();
      kept = new FloorChain(await Floor.open({ context, members, handOver }), handOver, shape);
      await kept.run(WARM_UP, { atOnce: WARM_UP });
      tried.push({ handOver, durationMs: (await kept.run(WARM_UP, { atOnce: WARM_UP })).durationMs });
    }
    const [without, withIt] = tried as [(typeof tried)[0], (typeof tried)[0]];
    if (kept && withIt.durationMs <= without.durationMs) return kept;
    await kept?.floor.close();
    return new FloorChain(await Floor.open({ context, members, handOver: false }), false, shape);
  }

  run(chains: number, pace: Pace): Promise<FloorRun> {
    const { route, bytes } = this.shape;
    return this.floor.run({ chains, route, bytes, stateRows: this.stateRows, ...pace });
  }

  get watched(): readonly Watched[] {
    return this.floor.watched;
  }

  /** The floor writes whole rows, never more than ours. */
  get stateRows(): number {
    return Math.max(1, Math.floor(this.shape.stateRows));
  }

  close(): Promise<void> {
    return this.floor.close();
  }
}
