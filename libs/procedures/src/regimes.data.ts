import { datedRegimes as datedRows, type LegalRegime, legalRegimes } from '@lienthong/contracts';
import type { RuleSet } from './procedure';

/** A legal regime as the rule set of a procedure; its timers count whole days. */
export interface Regime extends RuleSet {
  readonly id: LegalRegime['id'];
}

/** The regimes that apply to one and the same flow: three in their times, or the one of the installation's profile. */
export const regimes: readonly Regime[] = legalRegimes.map(asRuleSet);

/** All three, whatever the profile: for procedures that have no money leg. */
export const datedRegimes: readonly Regime[] = datedRows.map(asRuleSet);

function asRuleSet({ id, name, validFrom, validTo }: LegalRegime): Regime {
  return { id, name, validFrom, ...(validTo !== undefined && { validTo }), counts: 'days' };
}
