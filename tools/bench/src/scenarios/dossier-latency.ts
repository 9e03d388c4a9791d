import { interleave } from '../measure/interleave';
import { percentile } from '../measure/spread';
import { chainShape, shapeFacts } from '../land/chain-shape';
import { FloorChain } from '../land/floor-chain';
import { halfRate } from '../land/half-rate';
import { AT_ONCE, LandLoad } from '../land/land-load';
import type { BenchContext, Scenario, ScenarioResult } from '../scenario';

const WARM_UP = 40;
const STRETCH_MS = { quick: 6_000, full: 60_000 };
/** The first pair of stretches is not counted, so it is short. */
const FIRST_STRETCH_MS = 3_000;
const PAIRS = { quick: 1, full: 3 };
const GOAL_P99_MS = 1_000;

/** How long one whole land transfer takes while the system is half busy. */
export const dossierLatency: Scenario = {
  name: 'dossier-latency',
  summary: 'a whole land transfer, accepted at the desk → last state committed, at half of what land-chain reaches',
  async run(context): Promise<ScenarioResult> {
    const load = await LandLoad.open(context);
    try {
      await load.run(await load.prepare(WARM_UP), { atOnce: AT_ONCE });
      const ratePerSecond = await halfRate(context, load);
      await load.passGate();
      const shape = await chainShape(load.databases);
      const floor = await FloorChain.open(context, shape);
      try {
        const result = await compare(context, { load, floor, ratePerSecond });
        return { ...result, facts: { ...result.facts, ...shapeFacts(shape) } };
      } finally {
        await floor.close();
      }
    } finally {
      await load.close();
    }
  },
};

interface Comparison {
  readonly load: LandLoad;
  readonly floor: FloorChain;
  readonly ratePerSecond: number;
}

async function compare(context: BenchContext, { load, floor, ratePerSecond }: Comparison): Promise<ScenarioResult> {
  const latencies = { ours: [] as number[], floor: [] as number[] };
  const submissions: number[] = [];
  const counts = { ours: 0, floor: 0 };
  const dossiersOf = (side: keyof typeof counts): number => {
    const isFirst = (counts[side] += 1) === 1;
    return Math.max(2, Math.round((ratePerSecond * (isFirst ? FIRST_STRETCH_MS : stretchMs(context))) / 1_000));
  };
  const keep = (side: keyof typeof counts, measured: readonly number[]): number => {
    if (counts[side] > 1) latencies[side].push(...measured);
    return percentile(measured, 0.5);
  };
  const sides = await interleave(
    {
      floor: async () => keep('floor', (await floor.run(dossiersOf('floor'), { ratePerSecond })).latenciesMs),
      ours: async () => {
        const run = await load.run(await load.prepare(dossiersOf('ours')), { ratePerSecond });
        await load.passGate();
        if (counts.ours > 1) submissions.push(...run.submissionsMs);
        return keep('ours', run.latenciesMs);
      },
    },
    context.quick ? PAIRS.quick : PAIRS.full,
  );
  const p99 = percentile(latencies.ours, 0.99);
  return {
    unit: 'ms p50',
    ...{ ours: sides.ours.median, floor: sides.floor.median, ratio: sides.ratio.median, spread: sides },
    goals: [
      {
        goal: `p99 of a whole land transfer below ${GOAL_P99_MS} ms`,
        measured: `${p99.toFixed(0)} ms`,
        met: p99 < GOAL_P99_MS,
      },
    ],
    facts: {
      ...{ ratePerSecond, dossiers: latencies.ours.length, floorHandOver: floor.handOver },
      ...{ p50Ms: percentile(latencies.ours, 0.5), p99Ms: p99, maxMs: Math.max(...latencies.ours) },
      ...{ floorP50Ms: percentile(latencies.floor, 0.5), floorP99Ms: percentile(latencies.floor, 0.99) },
      ...{ submissionP50Ms: percentile(submissions, 0.5), submissionP99Ms: percentile(submissions, 0.99) },
    },
  };
}

function stretchMs({ quick, durationMs }: BenchContext): number {
  return durationMs ?? (quick ? STRETCH_MS.quick : STRETCH_MS.full);
}
