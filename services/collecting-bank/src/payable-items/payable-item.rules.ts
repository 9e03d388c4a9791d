import { dong, type LocalDate } from '@lienthong/kernel';
import type { PayableItemPublishedV1 } from '@lienthong/contracts';
import { bankErrors } from '../collecting-bank.errors';
import type { PayableItem } from './payable-item.entity';

export interface Publication {
  readonly messageId: string;
  readonly office: string;
  readonly publishedAt: Date;
}

const FACTS = [
  'noticeNumber', 'payerNumber', 'amountDong', 'dueDate', 'budgetSubItem', 'budgetChapter', 'taxOfficeCode', 'treasuryCode',
  'areaCode',
] as const satisfies readonly (keyof PayableItemPublishedV1 & keyof PayableItem)[]; // prettier-ignore

/** M31: keeps a new item; the same one again changes nothing, other facts under the same id are refused (F28). */
export function publish(
  known: PayableItem | undefined,
  body: PayableItemPublishedV1,
  publication: Publication,
): PayableItem {
  if (!known)
    return { ...publication, ...factsOf(body), payableItemId: body.payableItemId, state: 'unpaid', paidDong: '0' };
  if (FACTS.some((fact) => known[fact] !== body[fact]))
    throw bankErrors.ITEM_CHANGED({ payableItemId: body.payableItemId });
  return known;
}

/** F17: an item is debited once, whoever asks again: not while another order is being carried out for it either. */
export function requirePayable(item: PayableItem, reference?: string): void {
  const { payableItemId, orderedBy } = item;
  const isDebited = reference !== undefined && orderedBy === reference;
  if (item.state === 'closed' && !isDebited) throw bankErrors.ITEM_CLOSED({ payableItemId });
  if (item.reference !== undefined) throw bankErrors.ITEM_ALREADY_PAID({ payableItemId, reference: item.reference });
  if (orderedBy !== undefined && orderedBy !== reference)
    throw bankErrors.ITEM_ORDERED({ payableItemId, reference: orderedBy });
}

/** Keeps an item for one order until that is answered. */
export function orderBy(item: PayableItem, reference: string): PayableItem {
  requirePayable(item, reference);
  return { ...item, orderedBy: reference };
}

/** The order came to nothing: the item may be ordered again. */
export function freeOf(item: PayableItem, reference: string): PayableItem {
  if (item.orderedBy !== reference) return item;
  const { orderedBy: _order, ...free } = item;
  return free;
}

/** What is still to pay here: the published amount without what was paid in part (F9). */
export function restDong({ amountDong, paidDong }: PayableItem): bigint {
  const rest = dong(amountDong) - dong(paidDong);
  return rest < 0n ? 0n : rest;
}

/** Debits the rest or, where a paper states another amount, that one; less leaves a remainder (F9), more is told as it is (F10). */
export function payBy(item: PayableItem, reference: string, amount: bigint = restDong(item)): PayableItem {
  requirePayable(item, reference);
  const paid = dong(item.paidDong) + amount;
  const { orderedBy: _order, ...free } = item;
  const isPaid = paid >= dong(item.amountDong);
  return { ...free, paidDong: paid.toString(), ...(isPaid ? { state: 'paid' as const, reference } : {}) };
}

/** F16: the treasury has taken the money back from the item, so it may be paid again. */
export function takeBack(item: PayableItem, amount: bigint): PayableItem {
  const left = dong(item.paidDong) - amount;
  const paidDong = (left < 0n ? 0n : left).toString();
  if (dong(paidDong) >= dong(item.amountDong)) return { ...item, paidDong };
  const { reference: _reference, ...open } = item;
  return {
    ...open,
    paidDong,
    ...(item.state === 'paid'
      ? { state: item.closedOn === undefined ? ('unpaid' as const) : ('closed' as const) }
      : {}),
  };
}

/** F11: a correction has moved money of a voucher to the item. */
export function receive(item: PayableItem, reference: string, amount: bigint): PayableItem {
  const paid = dong(item.paidDong) + amount;
  const isPaid = item.state === 'unpaid' && paid >= dong(item.amountDong);
  return { ...item, paidDong: paid.toString(), ...(isPaid ? { state: 'paid' as const, reference } : {}) };
}

/** M22, M23: owed no more, so nobody is debited for it; a debit that was made before stays a fact (F7). */
export function close(item: PayableItem, closedOn: LocalDate): PayableItem {
  return { ...item, closedOn, ...(item.state === 'unpaid' ? { state: 'closed' as const } : {}) };
}

function factsOf(body: PayableItemPublishedV1): Pick<PayableItemPublishedV1, (typeof FACTS)[number]> {
  const { noticeNumber, payerNumber, amountDong, dueDate, budgetSubItem, budgetChapter } = body;
  const { taxOfficeCode, treasuryCode, areaCode } = body;
  return {
    noticeNumber,
    payerNumber,
    amountDong,
    dueDate,
    budgetSubItem,
    budgetChapter,
    taxOfficeCode,
    treasuryCode,
    areaCode,
  };
}
