import type { LocalDate } from '@lienthong/kernel';
import { ruleSetOn, timeUnder } from './legal-times';
import type { LegalTime } from './procedure';
import { procedureErrors } from './procedures.errors';
import { type Regime, regimes } from './regimes.data';

/** The regime that governs a tax clock started on this day: 30/06/2026 is B, 01/07/2026 is C. */
export function regimeOn(on: LocalDate): Regime {
  const found = ruleSetOn(regimes, on);
  if (found === undefined) throw procedureErrors.REGIME_UNKNOWN({ on });
  return found;
}

/** The legal time that holds on a day, if the regime of that day sets one by then. */
export function legalTimeOn(limits: readonly LegalTime[], on: LocalDate): LegalTime | undefined {
  return timeUnder(limits, regimeOn(on), on);
}
