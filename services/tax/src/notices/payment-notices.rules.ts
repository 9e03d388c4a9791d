import type { DongText, LocalDate } from '@lienthong/kernel';
import type { Collection, PayableItemPublishedV1 } from '@lienthong/contracts';
import type { RevenueKind } from '../charges/charge.state';
import { budgetChapters, budgetSubItems } from '../law/budget.data';
import { rowInForce } from '../law/dated-row.rules';
import type { PayableItem } from '../obligations/payable-item.entity';

const forms: Readonly<Record<RevenueKind, string>> = {
  'personal-income-tax': '03/TB-BĐS-TNCN',
  'registration-fee': '01/TB-LPTB',
  'land-use-fee': '01/TB-TSDĐ',
};

/** T16 of the kinds of revenue; T17 of the first half of a land-use fee. */
export const paymentTimers = {
  'personal-income-tax': 'T16-income-tax',
  'registration-fee': 'T16',
  'land-use-fee': 'T17',
} as const;

/** The numbers drawn for one dossier: of its first notice within office and year, and of its group of payable items. */
export interface DrawnNumbers {
  readonly firstNotice: number;
  /** Where several dossiers share their notices: the number of each kind. */
  readonly ofKind?: Readonly<Partial<Record<RevenueKind, number>>>;
  readonly itemGroup: number;
}

/** Name of the series that numbers the notices of an office in a year. */
export function noticeSeries(office: string, issuedOn: LocalDate): string {
  return `notice|${office}|${issuedOn.slice(0, 4)}`;
}

/** Name of the series that numbers groups of payable items; one for all offices, since an item id means one item everywhere. */
export const PAYABLE_ITEM_SERIES = 'payable-item';

/** The form on which a kind of revenue is noticed. */
export function formOf(kind: RevenueKind): string {
  return forms[kind];
}

/** M31: the part of an item that bank and treasury need, nothing of the dossier. */
export function publishedItem(item: PayableItem, amountDong: DongText, collection: Collection): PayableItemPublishedV1 {
  const { payableItemId, noticeNumber: number, payerNumber, dueDate, budgetSubItem, budgetChapter } = item;
  const { taxOfficeCode, treasuryCode, areaCode } = collection;
  return {
    payableItemId, noticeNumber: number, payerNumber, amountDong, dueDate, budgetSubItem, budgetChapter,
    taxOfficeCode, treasuryCode, areaCode,
  }; // prettier-ignore
}

/** `TB<year><last five of the office code>-TK<number in office and year>/TB-TCS` */
export function noticeNumber(taxOfficeCode: string, issuedOn: LocalDate, number: number): string {
  return `TB${issuedOn.slice(2, 4)}${taxOfficeCode.slice(-5)}-TK${number.toString().padStart(7, '0')}/TB-TCS`;
}

/** Seventeen digits: the group of the dossier, twelve, and the row in it, five (corrections row 20). */
export function payableItemIdOf(group: number, row: number): string {
  return `${group.toString().padStart(12, '0')}${row.toString().padStart(5, '0')}`;
}

export function budgetOf(
  kind: RevenueKind,
  issuedOn: LocalDate,
): { readonly budgetSubItem: string; readonly budgetChapter: string } {
  return {
    budgetSubItem: rowInForce('sub-item', budgetSubItems[kind], issuedOn).value,
    budgetChapter: rowInForce('chapter', budgetChapters, issuedOn).value,
  };
}
