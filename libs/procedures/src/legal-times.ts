import {
  addDays,
  CLOSING_MS,
  instantOf,
  localDate,
  type LocalDate,
  millisecondOfDay,
  WORKING_DAY_MS,
  type WorkingCalendar,
} from '@lienthong/kernel';
import type { LegalTime, RuleSet } from './procedure';

/** Until this hour, inclusive, what is due on the same day is due today (O §1.1, corrections row 19). */
const SAME_DAY_UNTIL_MS = 15 * 3_600_000;
const DAY_MS = 86_400_000;

/** A span during which a clock did not run. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** The rule set that governs a clock started on this day. */
export function ruleSetOn<R extends RuleSet>(ruleSets: readonly R[], on: LocalDate): R | undefined {
  return ruleSets.find((row) => row.validFrom <= on && (row.validTo === undefined || on <= row.validTo));
}

/** The legal time that a rule set gives on a day, if it gives one by then. */
export function timeUnder<T extends LegalTime>(limits: readonly T[], ruleSet: RuleSet, on: LocalDate): T | undefined {
  return limits.find(
    (limit) => limit.ruleSet === ruleSet.id && (limit.validFrom === undefined || limit.validFrom <= on),
  );
}

/** When a legal time that began at that instant ends; what stood still in between is added. */
export function dueAfter(
  began: Date,
  { amount, unit }: Pick<LegalTime, 'amount' | 'unit'>,
  { counts, stood, calendar }: { counts: RuleSet['counts']; stood: readonly Span[]; calendar: WorkingCalendar },
): Date {
  const date = localDate(began);
  switch (unit) {
    case 'minutes':
      return new Date(
        began.getTime() + amount * 60_000 + sumOf(stood, ({ from, to }) => to.getTime() - from.getTime()),
      );
    case 'calendar-days': {
      const days = amount + sumOf(stood, ({ from, to }) => Math.floor((to.getTime() - from.getTime()) / DAY_MS));
      return instantOf(calendar.nextWorkingDay(addDays(date, days)), CLOSING_MS);
    }
    case 'working-days': {
      const stoodMs = sumOf(stood, ({ from, to }) => calendar.workingMilliseconds(from, to));
      if (amount > 0 && counts === 'working-minutes')
        return calendar.appointment(began, amount + stoodMs / WORKING_DAY_MS);
      const days = amount + Math.ceil(stoodMs / WORKING_DAY_MS);
      return instantOf(calendar.addWorkingDays(firstDay(began, days, calendar), days), CLOSING_MS);
    }
  }
}

/** What is due on the same day but came after 15:00 is due on the next working day. */
function firstDay(began: Date, days: number, calendar: WorkingCalendar): LocalDate {
  const date = localDate(began);
  if (days > 0) return date;
  const late = calendar.isWorkingDay(date) && millisecondOfDay(began) > SAME_DAY_UNTIL_MS;
  return calendar.nextWorkingDay(late ? addDays(date, 1) : date);
}

function sumOf(spans: readonly Span[], measure: (span: Span) => number): number {
  return spans.reduce((sum, span) => sum + measure(span), 0);
}
