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
  if (!known) return { ...publication, ...factsOf(body), payableItemId: body.payableItemId, state: 'unpaid' };
  if (FACTS.some((fact) => known[fact] !== body[fact]))
    throw bankErrors.ITEM_CHANGED({ payableItemId: body.payableItemId });
  return known;
}

/** F17: an item is debited once, whoever asks again. */
export function payBy(item: PayableItem, reference: string): PayableItem {
  const { payableItemId } = item;
  if (item.state === 'closed') throw bankErrors.ITEM_CLOSED({ payableItemId });
  if (item.reference !== undefined) throw bankErrors.ITEM_ALREADY_PAID({ payableItemId, reference: item.reference });
  return { ...item, state: 'paid', reference };
}

/** M22, M23: owed no more, so nobody is debited for it; a debit that was made before stays a fact (F7). */
export function close(item: PayableItem): PayableItem {
  return item.state === 'unpaid' ? { ...item, state: 'closed' } : item;
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
