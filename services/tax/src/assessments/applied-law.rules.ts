import type { RegimeId } from '@lienthong/contracts';
import type { AssessedRevenue } from './assess-transfer.rules';

interface Computed {
  readonly regime?: RegimeId;
  readonly revenues?: readonly AssessedRevenue[];
}

/** Regime of the clock, and every row of law that an amount was computed by. */
export function appliedLaw({ regime, revenues }: Computed): readonly string[] {
  const rows = (revenues ?? []).flatMap(({ rules = [] }) => rules.map(({ rule, from }) => `${rule} from ${from}`));
  return [...(regime === undefined ? [] : [`regime ${regime}`]), ...new Set(rows)];
}
