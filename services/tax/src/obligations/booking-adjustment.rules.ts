import { dong, dongText, type LocalDate } from '@lienthong/kernel';
import type { ObligationReopenedV1, ReopenedItem, RevenueBookingAdjustedV1, VoucherLine } from '@lienthong/contracts';
import type { Obligation } from './obligation.entity';
import type { PayableItem } from './payable-item.entity';
import type { BookingReversal } from './payable-item.state';

/** The lines of an adjustment that no longer stand, and those that do since then; both empty where only words changed. */
export function movedLines({ linesBefore, lines = [] }: RevenueBookingAdjustedV1): {
  readonly gone: readonly VoucherLine[];
  readonly come: readonly VoucherLine[];
} {
  const without = (some: readonly VoucherLine[], others: readonly VoucherLine[]): readonly VoucherLine[] =>
    some.filter(({ payableItemId }) => !others.some((other) => other.payableItemId === payableItemId));
  return { gone: without(linesBefore, lines), come: without(lines, linesBefore) };
}

/**
 * F16: the booking of the reference no longer counts, and neither does the bank's voucher behind it; the item is to be paid
 * again. What was booked and what took it back stay written; the same adjustment again changes nothing.
 */
export function takeBack(item: PayableItem, reversal: BookingReversal): PayableItem {
  if (item.reversals.some(({ confirmationId }) => confirmationId === reversal.confirmationId)) return item;
  const kept = { ...item, reversals: [...item.reversals, reversal] };
  if (item.reference !== reversal.reference) return kept;
  const { reference: _reference, paidOn: _paidOn, entryNumber: _entry, bookedOn: _booked, ...open } = kept;
  return { ...open, state: 'unpaid' };
}

/** The item no longer counts for the dossier; an obligation that was fulfilled is so no longer. */
export function reopened(obligation: Obligation, payableItemId: string): Obligation {
  if (!obligation.settled.some((settled) => settled.payableItemId === payableItemId)) return obligation;
  const { fulfilledOn: _fulfilled, ...open } = obligation;
  return { ...open, settled: obligation.settled.filter((settled) => settled.payableItemId !== payableItemId) };
}

/** Word to the land office that what was said by M40 holds no longer. */
export function reopening(
  before: Obligation & { readonly fulfilledOn: LocalDate },
  items: readonly ReopenedItem[],
  { reopenedOn, cause }: Pick<ObligationReopenedV1, 'reopenedOn' | 'cause'>,
): ObligationReopenedV1 {
  const { dossierCode, fulfilledOn } = before;
  const remainder = items.reduce((sum, { amountDong }) => sum + dong(amountDong), 0n);
  return { dossierCode, reopenedOn, cause, fulfilledOn, items, remainderDong: dongText(remainder) };
}
