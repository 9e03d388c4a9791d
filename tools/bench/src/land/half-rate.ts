import type { BenchContext } from '../scenario';
import { AT_ONCE, type LandLoad } from './land-load';

const MEASURED = 60;
const LEAST = 1;

/** Dossiers a second: half of what `land-chain` reached in this run, or in a short run now; `--rate` overrides. */
export async function halfRate({ rate, results }: BenchContext, load: LandLoad): Promise<number> {
  if (rate !== undefined) return rate;
  const known = results.get('land-chain')?.ours;
  if (known !== undefined) return Math.max(LEAST, known / 2);
  const { durationMs } = await load.run(await load.prepare(MEASURED), { atOnce: AT_ONCE });
  return Math.max(LEAST, (MEASURED * 500) / durationMs);
}
