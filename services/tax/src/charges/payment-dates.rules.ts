import { addDays, type LocalDate, type WorkingCalendar } from '@lienthong/kernel';
import type { Readings } from '../law/readings.data';

/** How a due date is found: the calendar and the office's reading of it. */
export interface DueDateTerms {
  readonly calendar: WorkingCalendar;
  readonly readings: Pick<Readings, 'dueDate'>;
}

/**
 * Reading (c): the day of issue is not counted, and a last day that is a day off moves to the next working day. A due date
 * that stands on a received notice is taken as it stands, never computed.
 */
export function dueDate(issuedOn: LocalDate, days: number, { calendar, readings }: DueDateTerms): LocalDate {
  const counted = readings.dueDate === 'issue-day-counted' ? days - 1 : days;
  return calendar.nextWorkingDay(addDays(issuedOn, counted));
}

/** What an amended notice asks for beside what the first one asked. */
export type AmendedDuty =
  | { readonly kind: 'raised'; readonly extraDong: bigint; readonly extraDueOn: LocalDate; readonly dueOn: LocalDate }
  | { readonly kind: 'lowered'; readonly overpaidDong: bigint; readonly overpaidOn: LocalDate; readonly dueOn: LocalDate }
  | { readonly kind: 'unchanged'; readonly dueOn: LocalDate }; // prettier-ignore

/** A notice as it was issued, and what was paid of it by then. */
export interface IssuedDuty {
  readonly amountDong: bigint;
  readonly dueOn: LocalDate;
  readonly paidDong: bigint;
}

/**
 * §3.6, NĐ 252/2026 Đ21 kh.4d, 9, 10: an increase is due by the amended notice's own date and bears no interest before it;
 * a decrease keeps the first notice's date, and what was paid beyond it is overpaid from the day of the amended notice.
 */
export function amendedDuty(
  first: IssuedDuty,
  amended: { readonly amountDong: bigint; readonly issuedOn: LocalDate; readonly increaseDueOn: LocalDate },
): AmendedDuty {
  const { dueOn } = first;
  if (amended.amountDong > first.amountDong) {
    const extraDong = amended.amountDong - first.amountDong;
    return { kind: 'raised', extraDong, extraDueOn: amended.increaseDueOn, dueOn };
  }
  if (amended.amountDong === first.amountDong) return { kind: 'unchanged', dueOn };
  const over = first.paidDong - amended.amountDong;
  return { kind: 'lowered', overpaidDong: over > 0n ? over : 0n, overpaidOn: amended.issuedOn, dueOn };
}
