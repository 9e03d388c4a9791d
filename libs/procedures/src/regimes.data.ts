import { type LegalRegime, legalRegimes } from '@lienthong/contracts';
import type { RuleSet } from './procedure';

/** A legal regime as the rule set of a procedure; its timers count whole days. */
export interface Regime extends RuleSet {
  readonly id: LegalRegime['id'];
}

/** The three regimes that apply to one and the same flow. */
export const regimes: readonly Regime[] = legalRegimes.map((regime) => ({ ...regime, counts: 'days' }));
