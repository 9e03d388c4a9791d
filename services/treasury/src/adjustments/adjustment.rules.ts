import { dong, dongText, type LocalDate } from '@lienthong/kernel';
import type { CorrectedLine, RevenueBookingAdjustedV1, VoucherLine } from '@lienthong/contracts';
import type { Booking } from '../bookings/booking.entity';
import type { CreditAdvice } from '../credit-advices/credit-advice.state';
import type { OwnedLine } from '../ledger/ledger.rules';
import type { PublishedItem } from '../payable-items/payable-item.state';
import { treasuryErrors } from '../treasury.errors';
import type { Adjustment } from './adjustment.state';

/** One adjustment of a booking at a time, and none of one that is reversed. */
export function propose(booking: Booking, adjustment: Adjustment): Booking {
  const { reference, isReversed, openAdjustmentId } = booking;
  if (isReversed) throw treasuryErrors.BOOKING_REVERSED({ reference });
  if (openAdjustmentId !== undefined) throw treasuryErrors.ADJUSTMENT_OPEN({ reference, id: openAdjustmentId });
  if ((adjustment.kind === 'corrected') !== adjustment.wanted.length > 0) {
    throw treasuryErrors.ADJUSTMENT_INCOMPLETE({ reference });
  }
  return { ...booking, openAdjustmentId: adjustment.id };
}

/** The lines of a booking as they stand, each with the tax office of its item. */
export function standingLines(booking: Booking, advice: CreditAdvice): readonly OwnedLine[] {
  if (booking.currentLines) return booking.currentLines;
  return booking.lines.map((line, i) => ({ ...line, taxOfficeCode: advice.lines[i]?.item?.taxOfficeCode ?? '' }));
}

/** F11: the words of a line change, its amount never, so the total stays what the bank advised. */
export function correctedLines(
  { reference, before }: { readonly reference: string; readonly before: readonly OwnedLine[] },
  wanted: readonly CorrectedLine[],
  items: ReadonlyMap<string, PublishedItem>,
): readonly OwnedLine[] {
  const outside = wanted.find(({ lineNumber }) => lineNumber > before.length);
  if (outside) throw treasuryErrors.LINE_UNKNOWN({ reference, line: outside.lineNumber });
  const after = before.map((line, i) => {
    const right = wanted.find(({ lineNumber }) => lineNumber === i + 1);
    return right ? correctedLine(line, { right, item: items.get(right.payableItemId) }) : line;
  });
  if (new Set(after.map(({ payableItemId }) => payableItemId)).size !== after.length) {
    throw treasuryErrors.CORRECTION_DIFFERS({ reference, reason: 'item-twice' });
  }
  return after;
}

function correctedLine(
  line: OwnedLine,
  { right, item }: { readonly right: CorrectedLine; readonly item: PublishedItem | undefined },
): OwnedLine {
  const { payableItemId, budgetSubItem, budgetChapter } = right;
  if (!item) throw treasuryErrors.ITEMS_NOT_PUBLISHED({ payableItemIds: [payableItemId] });
  return { ...line, payableItemId, budgetSubItem, budgetChapter, taxOfficeCode: item.taxOfficeCode };
}

export interface Confirmation {
  readonly by: string;
  readonly at: Date;
  readonly entryNumber: string;
  readonly bookedOn: LocalDate;
}

/** The second person's word: the adjustment is booked under a number of its own. */
export function confirm(
  adjustment: Adjustment,
  { by, at, entryNumber, bookedOn }: Confirmation,
  linesBefore: readonly OwnedLine[],
  lines: readonly OwnedLine[],
): Adjustment {
  requireProposed(adjustment);
  const entry = { entryNumber, bookedOn, linesBefore, ...(adjustment.kind === 'corrected' ? { lines } : {}) };
  return { ...adjustment, state: 'confirmed', decidedBy: by, decidedAt: at, ...entry };
}

/** The proposal comes to nothing; the first person may take it back, the second refuse it. */
export function drop(adjustment: Adjustment, by: string, at: Date): Adjustment {
  requireProposed(adjustment);
  return { ...adjustment, state: 'dropped', decidedBy: by, decidedAt: at };
}

/** M36 with HUY or DIEU_CHINH: a new confirmation that names the one it adjusts (L §2.5 `dieuChinhCho`). */
export function adjustedMessage(booking: Booking, adjustment: Adjustment): RevenueBookingAdjustedV1 {
  const { reference, debitDate, treasuryCode, account } = booking;
  const { id: confirmationId, kind, entryNumber = '', bookedOn = '', linesBefore = [], lines, reason } = adjustment;
  return {
    ...{ confirmationId, adjusts: booking.adjustedBy ?? booking.confirmationId, adjustment: kind },
    ...{ reference, entryNumber, debitDate, bookedOn, treasuryCode, account, reason },
    linesBefore: linesBefore.map(lineOf),
    ...(lines ? { lines: lines.map(lineOf) } : {}),
    totalDong: dongText(dong(booking.totalDong)),
  };
}

function lineOf({ payableItemId, amountDong, budgetSubItem, budgetChapter }: OwnedLine): VoucherLine {
  return { payableItemId, amountDong: dongText(dong(amountDong)), budgetSubItem, budgetChapter };
}

function requireProposed({ id, state }: Adjustment): void {
  if (state !== 'proposed') throw treasuryErrors.ADJUSTMENT_DECIDED({ id, state });
}
