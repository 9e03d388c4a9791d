import { dong, dongText, type LocalDate } from '@lienthong/kernel';
import type { RevenueBookedV1 } from '@lienthong/contracts';
import type { ReadyAdvice } from '../credit-advices/credit-advice.rules';
import type { Booking } from './booking.entity';

/** Revenue account of the State budget. */
const REVENUE_ACCOUNT = '7111';

export interface Entry {
  readonly entryNumber: string;
  readonly confirmationId: string;
  readonly bookedOn: LocalDate;
  readonly bookedBy: string;
}

/** Name of the series that numbers the entries of an office in a year. */
export function entrySeries(office: string, bookedOn: LocalDate): string {
  return `entry|${office}|${bookedOn.slice(0, 4)}`;
}

/** Số bút toán: day and number of the year. */
export function entryNumberOf(bookedOn: LocalDate, number: number): string {
  return `BT-${bookedOn.slice(2).replaceAll('-', '')}-${number.toString().padStart(6, '0')}`;
}

/** The booking of an advice: its lines under the sub-items and chapters that the tax office published. */
export function bookingOf(advice: ReadyAdvice, { entryNumber, confirmationId, bookedOn, bookedBy }: Entry): Booking {
  const { reference, office, treasuryCode, totalDong, debitDate } = advice;
  const lines = advice.lines.map(({ payableItemId, amountDong, item: { budgetSubItem, budgetChapter } }) => ({
    payableItemId,
    amountDong: dongText(dong(amountDong)),
    budgetSubItem,
    budgetChapter,
  }));
  const money = { account: REVENUE_ACCOUNT, totalDong, debitDate, bookedOn, lines };
  return { reference, confirmationId, entryNumber, office, treasuryCode, ...money, bookedBy, isReversed: false };
}

/** M36 for the tax office; M41 has the same fields. */
export function confirmation(booking: Booking): RevenueBookedV1 {
  const { confirmationId, reference, entryNumber, lines, debitDate, bookedOn, treasuryCode, account } = booking;
  const totalDong = dongText(dong(booking.totalDong));
  return { confirmationId, reference, entryNumber, lines, totalDong, debitDate, bookedOn, treasuryCode, account };
}
