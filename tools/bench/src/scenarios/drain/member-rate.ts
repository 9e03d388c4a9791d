import { halfRate } from '../../land/half-rate';
import { AT_ONCE, type LandLoad } from '../../land/land-load';
import type { BenchContext } from '../../scenario';
import type { DatabaseReader } from '../../stage/database-reader';
import { RECIPIENT } from './backlog';

const WARM_UP = 40;

/** What the member gets in ordinary days. */
export interface MemberRate {
  /** Messages a second to the member at half of the land chain's maximum. */
  readonly perSecond: number;
  readonly messagesPerDossier: number;
}

/** Plays land transfers, and counts what came to the member. */
export async function memberRate(context: BenchContext, load: LandLoad, reader: DatabaseReader): Promise<MemberRate> {
  await load.run(await load.prepare(WARM_UP), { atOnce: AT_ONCE });
  await load.passGate();
  const { n } = await reader.one<{ n: number }>(RECIPIENT, 'select count(*)::int as n from inbox');
  const messagesPerDossier = n / WARM_UP;
  return { perSecond: (await halfRate(context, load)) * messagesPerDossier, messagesPerDossier };
}
