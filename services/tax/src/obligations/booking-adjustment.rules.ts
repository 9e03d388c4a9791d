import { dong, dongText, type LocalDate } from '@lienthong/kernel';
import type { ObligationReopenedV1, ReopenedItem, RevenueBookingAdjustedV1, VoucherLine } from '@lienthong/contracts';
import type { Obligation } from './obligation.entity';
import { deferredItem } from './obligation.rules';
import type { PayableItem } from './payable-item.entity';
import { settledItem, unbookedDong } from './payable-item.rules';

/** The lines of an adjustment that no longer stand, and those that do since then; both empty where only words changed. */
export function movedLines({ linesBefore, lines = [] }: RevenueBookingAdjustedV1): {
  readonly gone: readonly VoucherLine[];
  readonly come: readonly VoucherLine[];
} {
  const without = (some: readonly VoucherLine[], others: readonly VoucherLine[]): readonly VoucherLine[] =>
    some.filter(({ payableItemId }) => !others.some((other) => other.payableItemId === payableItemId));
  return { gone: without(linesBefore, lines), come: without(lines, linesBefore) };
}

/** The item counts no longer as settled; an obligation that was fulfilled is so no longer, unless the item is deferred again. */
export function reopened(obligation: Obligation, item: PayableItem): Obligation {
  const { payableItemId, state } = item;
  if (!obligation.settled.some((known) => known.payableItemId === payableItemId)) return obligation;
  const still = settledItem(item);
  if (still) return { ...obligation, settled: obligation.settled.map((known) => (known.payableItemId === payableItemId ? still : known)) }; // prettier-ignore
  const settled = obligation.settled.filter((known) => known.payableItemId !== payableItemId);
  if (state === 'deferred')
    return { ...obligation, settled, deferred: [...obligation.deferred, ...deferredItem(item)] };
  const { fulfilledOn: _fulfilled, ...open } = obligation;
  return { ...open, settled };
}

/** What is to be paid of an item again, now that the voucher pays it no longer. */
export function reopenedItem(item: PayableItem, reference: string): ReopenedItem {
  const { payableItemId, noticeNumber } = item;
  return { payableItemId, noticeNumber, amountDong: dongText(unbookedDong(item)), reference };
}

/** Word that what was said by M40 holds no longer. */
export function reopening(
  before: Obligation & { readonly fulfilledOn: LocalDate },
  items: readonly ReopenedItem[],
  { reopenedOn, cause }: Pick<ObligationReopenedV1, 'reopenedOn' | 'cause'>,
): ObligationReopenedV1 {
  const { dossierCode, fulfilledOn } = before;
  const remainder = items.reduce((sum, { amountDong }) => sum + dong(amountDong), 0n);
  return { dossierCode, reopenedOn, cause, fulfilledOn, items, remainderDong: dongText(remainder) };
}
