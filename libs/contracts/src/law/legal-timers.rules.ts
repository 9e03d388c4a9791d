import { addDays, type LocalDate, type WorkingCalendar } from '@lienthong/kernel';
import { legalTimers } from './legal-timers.data';
import type { LegalTimer, LegalTimerId } from './legal-timers.state';
import { lawErrors } from './law.errors';
import { type ClockRule, type LegalRegime, type RegimeId, taxClockRules } from './regimes.data';
import { legalRegimes } from './regimes';

/** The regime that governs a tax clock started on this day: 30/06/2026 is B, 01/07/2026 is C. Throws contracts.REGIME_UNKNOWN. */
export function legalRegimeOn(on: LocalDate): LegalRegime {
  const found = legalRegimes.find(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || on <= validTo),
  );
  if (!found) throw lawErrors.REGIME_UNKNOWN({ on });
  return found;
}

/** The rows of a timer in all regimes. */
export function rowsOfTimer(timer: LegalTimerId): readonly LegalTimer[] {
  return legalTimers.filter((row) => row.timer === timer);
}

/** What a regime says about a step on a day; nothing where it says nothing, or not yet. */
export function findTimer(timer: LegalTimerId, regime: RegimeId, on: LocalDate): LegalTimer | undefined {
  return rowsOfTimer(timer).find(
    (row) => row.regime === regime && (row.validFrom === undefined || row.validFrom <= on),
  );
}

/** As `findTimer`, for a step that must have a time. Throws contracts.TIMER_MISSING. */
export function getTimer(timer: LegalTimerId, regime: RegimeId, on: LocalDate): LegalTimer {
  const found = findTimer(timer, regime, on);
  if (!found) throw lawErrors.TIMER_MISSING({ timer, regime, on });
  return found;
}

/** Last day of a timer that counts days, without the first one; a day off moves a last calendar day to the next working day. */
export function timerEndsOn(
  began: LocalDate,
  { amount, unit }: Pick<LegalTimer, 'amount' | 'unit'>,
  calendar: WorkingCalendar,
): LocalDate {
  switch (unit) {
    case 'minutes':
      return began;
    case 'working-days':
      return calendar.addWorkingDays(began, amount);
    case 'calendar-days':
      return calendar.nextWorkingDay(addDays(began, amount));
  }
}

/** Where the tax clock of a regime starts on a day, and so whether a slip needs an acceptance (M12). */
export function taxClockRule(regime: RegimeId, on: LocalDate): ClockRule {
  const rows = taxClockRules.filter((row) => row.regime === regime && (row.validFrom ?? '') <= on);
  const last = rows.at(-1);
  if (!last) throw lawErrors.TIMER_MISSING({ timer: 'clock', regime, on });
  return last;
}

/** True of a regime of which no number was read: whatever it yields is shown as unverified. */
export function isUnverified(regime: RegimeId): boolean {
  return legalTimers.every((row) => row.regime !== regime || row.trust !== 'found');
}
