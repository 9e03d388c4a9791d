import type { NoticeRow, PaymentNotice, SettledItem } from '@lienthong/contracts';
import { dong, dongText } from '@lienthong/kernel';
import type { PayableItem } from './payable-item.entity';
import type { Contradiction, FactConflict, StatedBooking, StatedPayment } from './payable-item.state';

export function unpaidItem(
  { dossierCode, office }: { readonly dossierCode: string; readonly office: string },
  { number: noticeNumber }: PaymentNotice,
  row: NoticeRow,
): PayableItem {
  return { ...row, dossierCode, office, noticeNumber, state: 'unpaid', conflicts: [], reversals: [] };
}

/**
 * The bank's voucher (M34) marks the item paid on the payer's debit date. The same fact again changes nothing (F13); a
 * fact that contradicts the accepted one is kept beside it as a conflict (F15). A booking may have come before.
 */
export function recordPayment(item: PayableItem, stated: StatedPayment): PayableItem {
  if (isAccepted(item, stated)) return item;
  const contradiction = contradictionOf(item, stated);
  if (contradiction) return withConflict(item, { ...stated, contradiction, statedBy: 'collecting-bank' });
  return { ...item, state: 'paid', reference: stated.reference, paidOn: stated.paidOn };
}

/** The treasury's confirmation (M36) books the item; it may come before the voucher, whose facts it carries. */
export function recordBooking(item: PayableItem, stated: StatedBooking): PayableItem {
  const sameEntry = item.entryNumber === undefined || item.entryNumber === stated.entryNumber;
  const contradiction = contradictionOf(item, stated) ?? (sameEntry ? undefined : 'booked-by-another-entry');
  const { entryNumber, bookedOn, ...payment } = stated;
  if (contradiction) return withConflict(item, { ...payment, contradiction, statedBy: 'treasury', entryNumber });
  if (item.state === 'booked') return item;
  return { ...item, state: 'booked', reference: stated.reference, paidOn: stated.paidOn, entryNumber, bookedOn };
}

/** What an item contributes to the fulfilment; nothing while it is not booked. */
export function settledItem({
  state,
  payableItemId,
  noticeNumber,
  amountDong,
  paidOn,
  reference,
}: PayableItem): SettledItem | undefined {
  if (state !== 'booked' || paidOn === undefined || reference === undefined) return undefined;
  return { payableItemId, noticeNumber, amountDong: dongText(dong(amountDong)), paidOn, reference };
}

function isAccepted(item: PayableItem, { reference, paidOn, amountDong }: StatedPayment): boolean {
  return item.reference === reference && item.paidOn === paidOn && item.amountDong === amountDong;
}

/** A reference of which anything contradictory was said is frozen for this item until somebody has looked. */
function contradictionOf(item: PayableItem, stated: StatedPayment): Contradiction | undefined {
  if (item.reversals.some(({ reference }) => reference === stated.reference)) return 'reference-reversed';
  if (item.amountDong !== stated.amountDong) return 'amount-differs';
  if (item.reference !== undefined && item.reference !== stated.reference) return 'paid-by-another-reference';
  if (item.paidOn !== undefined && item.paidOn !== stated.paidOn) return 'payment-date-differs';
  const disputed = item.conflicts.some((conflict) => conflict.reference === stated.reference);
  return disputed && item.state !== 'booked' ? 'reference-in-dispute' : undefined;
}

/** The same contradiction again is the same conflict. */
function withConflict(item: PayableItem, conflict: FactConflict): PayableItem {
  const known = item.conflicts.some((other) => sameConflict(other, conflict));
  return known ? item : { ...item, conflicts: [...item.conflicts, conflict] };
}

function sameConflict(a: FactConflict, b: FactConflict): boolean {
  const facts = ['statedBy', 'reference', 'amountDong', 'paidOn', 'entryNumber'] as const;
  return facts.every((fact) => a[fact] === b[fact]);
}
