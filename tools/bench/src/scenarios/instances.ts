import { interleave } from '../measure/interleave';
import { AT_ONCE, LandLoad } from '../land/land-load';
import type { BenchContext, Scenario, ScenarioResult } from '../scenario';

const PAIRS = { quick: 2, full: 5 };
const DOSSIERS = { quick: 60, full: 400 };

/** The same load on two instances of every service and on one: sharing must lose nothing and may cost little. */
export const instances: Scenario = {
  name: 'instances',
  summary: 'whole land transfers through two instances of every service, beside one of each',
  async run(context): Promise<ScenarioResult> {
    const one = await LandLoad.open(context);
    try {
      const two = await LandLoad.open(context, { instances: 2 });
      try {
        return await compare(context, one, two);
      } finally {
        await two.close();
      }
    } finally {
      await one.close();
    }
  },
};

async function compare({ quick }: BenchContext, one: LandLoad, two: LandLoad): Promise<ScenarioResult> {
  const dossiers = quick ? DOSSIERS.quick : DOSSIERS.full;
  const play = (load: LandLoad) => async (): Promise<number> => {
    const { durationMs } = await load.run(await load.prepare(dossiers), { atOnce: AT_ONCE });
    await load.passGate();
    return (dossiers * 1_000) / durationMs;
  };
  const sides = await interleave({ floor: play(one), ours: play(two) }, quick ? PAIRS.quick : PAIRS.full);
  return {
    unit: 'dossiers/s',
    ...{ ours: sides.ours.median, floor: sides.floor.median, ratio: sides.ratio.median, spread: sides },
    goals: [],
    facts: { dossiersPerStretch: dossiers, atOnce: AT_ONCE, floorIs: 'one instance of every service' },
  };
}
