import { interleave } from '../measure/interleave';
import { percentile } from '../measure/spread';
import { halfRate } from '../land/half-rate';
import { AT_ONCE, LandLoad, POISON } from '../land/land-load';
import type { BenchContext, Scenario, ScenarioResult } from '../scenario';

const WARM_UP = 40;
const STRETCH_MS = { quick: 5_000, full: 60_000 };
const FIRST_STRETCH_MS = 3_000;
const PAIRS = { quick: 1, full: 3 };
const GOAL_P99 = 1.2;
/**
 * What the tax office's database refuses for good: the slip of a poisoned dossier fails with its whole batch, which is then
 * done again message by message, and parks. The rule stands in both runs.
 */
const REFUSED = `alter table transfer_slip add constraint ck_transfer_slip_bench check (content::text not like '%${POISON}%')`;

/** What poisoned streams cost those beside them. */
export const poison: Scenario = {
  name: 'poison',
  summary: 'land transfers at half of what land-chain reaches, without and with 5 % of them parked at the tax office',
  async run(context): Promise<ScenarioResult> {
    const load = await LandLoad.open(context);
    try {
      await load.databases.rows('tax', REFUSED);
      await load.run(await load.prepare(WARM_UP), { atOnce: AT_ONCE });
      const ratePerSecond = await halfRate(context, load);
      await load.passGate();
      return await compare(context, load, ratePerSecond);
    } finally {
      await load.close();
    }
  },
};

async function compare(context: BenchContext, load: LandLoad, ratePerSecond: number): Promise<ScenarioResult> {
  const medians: Record<'with' | 'without', number[]> = { with: [], without: [] };
  const seen = { with: 0, without: 0 };
  const side = (name: keyof typeof seen) => async (): Promise<number> => {
    const isFirst = (seen[name] += 1) === 1;
    const dossiers = Math.max(
      2,
      Math.round((ratePerSecond * (isFirst ? FIRST_STRETCH_MS : stretchMs(context))) / 1_000),
    );
    const { latenciesMs } = await load.run(await load.prepare(dossiers, { poison: name === 'with' }), {
      ratePerSecond,
    });
    await load.passGate();
    if (!isFirst) medians[name].push(percentile(latenciesMs, 0.5));
    return percentile(latenciesMs, 0.99);
  };
  const pairs = context.quick ? PAIRS.quick : PAIRS.full;
  const { floor, ours, ratio } = await interleave({ floor: side('without'), ours: side('with') }, pairs);
  return {
    unit: 'ms p99 of the unaffected',
    ...{ ours: ours.median, floor: floor.median, ratio: ratio.median, spread: { ours, floor, ratio } },
    goals: [
      {
        goal: `p99 of the unaffected at most ${GOAL_P99} of the run without poison`,
        measured: ratio.median.toFixed(2),
        met: ratio.median <= GOAL_P99,
      },
    ],
    facts: {
      ...{ ratePerSecond, parkedAtTax: load.poisonedSoFar, floorIs: 'the same system without poison' },
      ...{ p50WithMs: percentile(medians.with, 0.5), p50WithoutMs: percentile(medians.without, 0.5) },
    },
  };
}

function stretchMs({ quick, durationMs }: BenchContext): number {
  return durationMs ?? (quick ? STRETCH_MS.quick : STRETCH_MS.full);
}
