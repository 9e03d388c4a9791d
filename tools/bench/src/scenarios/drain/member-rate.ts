import type { BenchContext } from '../../scenario';
import type { BenchStack } from '../../stage/bench-stack';
import type { DatabaseReader } from '../../stage/database-reader';
import { LandTransfers } from '../../stage/land-transfers';
import { RECIPIENT } from './backlog';

const DOSSIERS = 60;
const QUICK_DOSSIERS = 30;
const HALF = 0.5;

/** What the member gets in ordinary days. */
export interface MemberRate {
  /** Messages a second to the member at half of the land chain's maximum. */
  readonly perSecond: number;
  readonly messagesPerDossier: number;
  /** Where the maximum comes from. */
  readonly source: string;
}

/** Half of what `land-chain` measured in this run; without it, of what a few dossiers at once show here. */
export async function memberRate(
  context: BenchContext,
  bench: BenchStack,
  reader: DatabaseReader,
): Promise<MemberRate> {
  const land = await LandTransfers.open(bench, context.signal);
  const count = context.quick ? QUICK_DOSSIERS : DOSSIERS;
  await land.play(count);
  const { perSecond } = await land.play(count);
  const { n } = await reader.one<{ n: number }>(RECIPIENT, 'select count(*)::int as n from inbox');
  const messagesPerDossier = n / (2 * count);
  const measured = context.results.get('land-chain')?.ours;
  return {
    perSecond: (measured ?? perSecond) * HALF * messagesPerDossier,
    messagesPerDossier,
    source: measured === undefined ? `${perSecond.toFixed(1)} dossiers/s played here` : 'land-chain of this run',
  };
}
