import type { LocalDate } from '@lienthong/kernel';

/** Which day decides the budget year of an entry; a reading (TREASURY: `BUDGET_YEAR`). */
export type BudgetYearReading = 'booked-on' | 'debit-date';

/** Year-end: money debited by 31 December and booked afterwards belongs to the old or to the new year, as the office reads. */
export function budgetYear(
  { debitDate, bookedOn }: { readonly debitDate: LocalDate; readonly bookedOn: LocalDate },
  reading: BudgetYearReading,
): number {
  return Number((reading === 'debit-date' ? debitDate : bookedOn).slice(0, 4));
}
