import { officeByTreasuryCode, officeNameOn } from '@lienthong/contracts';
import type { RevenueConfirmationSheet } from '@lienthong/papers';
import type { PayableItem } from '../payable-items/payable-item.entity';
import type { Booking } from './booking.entity';

/** The booking as confirmation of revenue; notice, area and payer are those of the items that it covers. */
export function confirmationSheet(booking: Booking, items: readonly PayableItem[]): RevenueConfirmationSheet {
  const { confirmationId: id, entryNumber, reference, treasuryCode: code, bookedOn, debitDate, account } = booking;
  const itemOf = new Map(items.map((item) => [item.payableItemId, item]));
  const treasury = officeByTreasuryCode(code, bookedOn);
  const number = items.find((item) => item.payerNumber !== undefined)?.payerNumber;
  return {
    id,
    entryNumber,
    reference,
    state: 'booked',
    treasury: { name: treasury ? officeNameOn(treasury, bookedOn) : 'Kho bạc Nhà nước', code },
    payer: number === undefined ? {} : { number },
    lines: booking.lines.map(({ payableItemId, amountDong, budgetChapter, budgetSubItem }) => {
      const { noticeNumber: document, areaCode, taxOfficeCode } = itemOf.get(payableItemId) ?? {};
      return {
        payableItemId,
        amountDong,
        budgetChapter,
        budgetSubItem,
        ...(document !== undefined && { document }),
        ...(areaCode !== undefined && { areaCode }),
        ...(taxOfficeCode !== undefined && { taxOfficeCode }),
      };
    }),
    totalDong: booking.totalDong,
    debitDate,
    bookedOn,
    account,
    bookedBy: booking.bookedBy,
  };
}
