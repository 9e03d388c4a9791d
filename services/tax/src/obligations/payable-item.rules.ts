import type { NoticeRow, PaymentNotice, SettledItem } from '@lienthong/contracts';
import { dong, dongText, type LocalDate } from '@lienthong/kernel';
import type { PayableItem } from './payable-item.entity';
import type {
  BookingReversal,
  CarriedMoney,
  Contradiction,
  FactConflict,
  ItemPayment,
  PayableItemState,
  StatedBooking,
  StatedPayment,
} from './payable-item.state';

/** Money that is more than what is owed, and where among the payments it stands. */
export interface Surplus {
  readonly place: number;
  readonly money: ItemPayment;
}

/** A row of a notice as it is issued: open, or deferred. */
export function openItem(
  { dossierCode, office }: { readonly dossierCode: string; readonly office: string },
  notice: PaymentNotice,
  { dueDate = notice.dueDate, deferred = false, ...row }: NoticeRow,
): PayableItem {
  const { number: noticeNumber, kind, issuedOn: toldUntil } = notice;
  const money = { payments: [], paidDong: '0', bookedDong: '0', carriedDong: '0', conflicts: [], reversals: [] };
  const state = deferred ? 'deferred' : 'unpaid';
  return { ...row, ...money, dossierCode, office, noticeNumber, kind, dueDate, deferred, state, toldUntil };
}

/**
 * The bank's voucher (M34): money of the payer's debit date. Less than the amount leaves a remainder with its due date (F9),
 * another voucher adds to it (F10). The same fact again changes nothing (F13); what contradicts an accepted fact of the same
 * reference is kept beside it as a conflict (F15). A booking may have come before.
 */
export function recordPayment(item: PayableItem, stated: StatedPayment): PayableItem {
  const known = paymentOf(item, stated.reference);
  if (known?.amountDong === stated.amountDong && known.paidOn === stated.paidOn) return item;
  const contradiction = contradictionOf(item, known, stated);
  if (contradiction) return withConflict(item, { ...stated, contradiction, statedBy: 'collecting-bank' });
  const { reference, amountDong, paidOn } = stated;
  return withPayments(item, [...item.payments, { reference, amountDong, paidOn }]);
}

/** The treasury's confirmation (M36) books the money; it may come before the voucher, whose facts it carries. */
export function recordBooking(item: PayableItem, stated: StatedBooking): PayableItem {
  const { entryNumber, bookedOn, ...payment } = stated;
  const known = paymentOf(item, stated.reference);
  const sameEntry = known?.entryNumber === undefined || known.entryNumber === entryNumber;
  const contradiction = contradictionOf(item, known, stated) ?? (sameEntry ? undefined : 'booked-by-another-entry');
  if (contradiction) return withConflict(item, { ...payment, contradiction, statedBy: 'treasury', entryNumber });
  if (known?.entryNumber !== undefined) return item;
  const { reference, amountDong, paidOn } = stated;
  const booked: ItemPayment = { reference, amountDong, paidOn, entryNumber, bookedOn };
  const others = item.payments.map((other) => (other === known ? booked : other));
  return withPayments(item, known ? others : [...others, booked]);
}

/** Money that had come under another item or was overpaid, and now counts for this one. */
export function withOffset(item: PayableItem, payment: ItemPayment & { readonly from: string }): PayableItem {
  return withPayments(item, [...item.payments, payment]);
}

/** After M22 or M23 nobody pays the item any more; what was paid for it stays on it (F6, F7). */
export function closed(
  item: PayableItem,
  { closedOn, closedFor, replacedBy }: Pick<PayableItem, 'closedFor' | 'replacedBy'> & { readonly closedOn: LocalDate },
): PayableItem {
  return { ...item, state: 'closed', closedOn, ...(closedFor && { closedFor }), ...(replacedBy && { replacedBy }) };
}

/**
 * F16: the booking of the reference no longer counts, and neither does the bank's voucher behind it; the item is to be paid
 * again. What was booked and what took it back stay written; the same adjustment again changes nothing.
 */
export function takeBack(item: PayableItem, reversal: BookingReversal): PayableItem {
  if (item.reversals.some(({ confirmationId }) => confirmationId === reversal.confirmationId)) return item;
  const kept = { ...item, reversals: [...item.reversals, reversal] };
  return withoutMoney(kept, ({ reference, from }) => reference === reversal.reference && from === undefined);
}

/** Money that had gone on to the item, and whose booking under the item or overpayment `from` was taken back. */
export function takeBackOffset(item: PayableItem, reference: string, from: string): PayableItem {
  return withoutMoney(item, (money) => money.reference === reference && money.from === from);
}

/** What is still to pay of an item: nothing of a closed one. */
export function remainderDong(item: PayableItem): bigint {
  const open = dong(item.amountDong) - keptDong(item);
  return item.state === 'closed' || open < 0n ? 0n : open;
}

/** Booked money that the item does not need and that has not gone on yet, by the vouchers that brought it. */
export function surplusOf(item: PayableItem): readonly Surplus[] {
  let needed = item.state === 'closed' ? 0n : dong(item.amountDong);
  return item.payments.flatMap((payment, place) => {
    if (payment.entryNumber === undefined) return [];
    const { carried: _gone, ...money } = payment;
    const amount = dong(payment.amountDong) - carriedOf(payment);
    const used = needed < amount ? needed : amount;
    needed -= used;
    return amount > used ? [{ place, money: { ...money, amountDong: dongText(amount - used) } }] : [];
  });
}

/** The surplus of the payment at that place has gone on. */
export function carried(item: PayableItem, place: number, gone: readonly CarriedMoney[]): PayableItem {
  const payments = item.payments.map((payment, at) =>
    at === place ? { ...payment, carried: [...(payment.carried ?? []), ...gone] } : payment,
  );
  return withPayments(item, payments);
}

/** Where money went on from payments that the item has no longer. */
export function carriedAway(before: PayableItem, after: PayableItem): readonly CarriedMoney[] {
  return before.payments.filter((money) => !after.payments.includes(money)).flatMap(({ carried: gone = [] }) => gone);
}

/** What came for the item and has not gone on, booked or not yet. */
export function keptDong({ paidDong, carriedDong }: PayableItem): bigint {
  return dong(paidDong) - dong(carriedDong);
}

/** What no booked money covers. */
export function unbookedDong({ amountDong, bookedDong, carriedDong }: PayableItem): bigint {
  return dong(amountDong) + dong(carriedDong) - dong(bookedDong);
}

/** What an item contributes to the fulfilment; nothing while it is not booked in full. */
export function settledItem(item: PayableItem): SettledItem | undefined {
  const { state, payableItemId, noticeNumber, amountDong } = item;
  const last = item.payments.findLast((money) => money.entryNumber !== undefined && !isAllCarried(money));
  if (state !== 'booked' || !last) return undefined;
  const { paidOn, reference } = last;
  return { payableItemId, noticeNumber, amountDong: dongText(dong(amountDong)), paidOn, reference };
}

function withoutMoney(item: PayableItem, isGone: (money: ItemPayment) => boolean): PayableItem {
  const payments = item.payments.filter((money) => !isGone(money));
  return payments.length === item.payments.length ? item : withPayments(item, payments);
}

function withPayments(item: PayableItem, payments: readonly ItemPayment[]): PayableItem {
  const paid = total(payments);
  const booked = total(payments.filter(({ entryNumber }) => entryNumber !== undefined));
  const gone = payments.reduce((sum, payment) => sum + carriedOf(payment), 0n);
  const state = stateOf(item, paid - gone, booked - gone);
  const sums = { paidDong: dongText(paid), bookedDong: dongText(booked), carriedDong: dongText(gone) };
  return { ...item, ...sums, payments, state };
}

/** By the money that came for the item and has not gone on. */
function stateOf({ state, amountDong, deferred }: PayableItem, paid: bigint, booked: bigint): PayableItemState {
  const amount = dong(amountDong);
  if (state === 'closed') return 'closed';
  if (booked >= amount) return 'booked';
  if (deferred) return 'deferred';
  if (paid >= amount) return 'paid';
  return paid > 0n ? 'part-paid' : 'unpaid';
}

function carriedOf({ carried: gone = [] }: ItemPayment): bigint {
  return gone.reduce((sum, { amountDong }) => sum + dong(amountDong), 0n);
}

function isAllCarried(money: ItemPayment): boolean {
  return carriedOf(money) >= dong(money.amountDong);
}

function total(payments: readonly ItemPayment[]): bigint {
  return payments.reduce((sum, { amountDong }) => sum + dong(amountDong), 0n);
}

function paymentOf({ payments }: PayableItem, reference: string): ItemPayment | undefined {
  return payments.find((payment) => payment.reference === reference && payment.from === undefined);
}

/** A reference of which anything contradictory was said is frozen for this item until somebody has looked. */
function contradictionOf(
  item: PayableItem,
  known: ItemPayment | undefined,
  stated: StatedPayment,
): Contradiction | undefined {
  if (item.reversals.some(({ reference }) => reference === stated.reference)) return 'reference-reversed';
  if (known && known.amountDong !== stated.amountDong) return 'amount-differs';
  if (known && known.paidOn !== stated.paidOn) return 'payment-date-differs';
  const disputed = item.conflicts.some(({ reference }) => reference === stated.reference);
  return disputed && known?.entryNumber === undefined ? 'reference-in-dispute' : undefined;
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
