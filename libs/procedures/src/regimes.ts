import { legalRegimeOn } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import { timeUnder } from './legal-times';
import type { LegalTime } from './procedure';
import type { Regime } from './regimes.data';

/** The regime that governs a tax clock started on this day: 30/06/2026 is B, 01/07/2026 is C. Throws law.REGIME_UNKNOWN. */
export function regimeOn(on: LocalDate): Regime {
  return { ...legalRegimeOn(on), counts: 'days' };
}

/** The legal time that holds on a day, if the regime of that day sets one by then. */
export function legalTimeOn(limits: readonly LegalTime[], on: LocalDate): LegalTime | undefined {
  return timeUnder(limits, regimeOn(on), on);
}
