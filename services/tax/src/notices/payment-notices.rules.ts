import type { LocalDate } from '@lienthong/kernel';
import { getTimer, type NoticeRow, type PayableItemPublishedV1, type PaymentNotice } from '@lienthong/contracts';
import type { AssessedRow } from '../assessments/assess-transfer.rules';
import type { ComputedAssessment } from '../assessments/assessment.state';
import type { RevenueKind } from '../charges/charge.state';
import { dueDate, type DueDateTerms } from '../charges/payment-dates.rules';
import { budgetChapters, budgetSubItems } from '../law/budget.data';
import { rowInForce } from '../law/dated-row.rules';

const forms: Readonly<Record<RevenueKind, string>> = {
  'personal-income-tax': '03/TB-BĐS-TNCN',
  'registration-fee': '01/TB-LPTB',
};

/** T16 of the kinds of revenue. */
const paymentTimers = { 'personal-income-tax': 'T16-income-tax', 'registration-fee': 'T16' } as const;

/** The numbers drawn for one dossier: of its first notice within office and year, and of its group of payable items. */
export interface DrawnNumbers {
  readonly firstNotice: number;
  readonly itemGroup: number;
}

/** Name of the series that numbers the notices of an office in a year. */
export function noticeSeries(office: string, issuedOn: LocalDate): string {
  return `notice|${office}|${issuedOn.slice(0, 4)}`;
}

/** Name of the series that numbers groups of payable items; one for all offices, since an item id means one item everywhere. */
export const PAYABLE_ITEM_SERIES = 'payable-item';

/** One notice for each kind of revenue, one row for each person who pays, each row with a payable item id of its own. */
export function paymentNotices(
  assessment: ComputedAssessment,
  issuedOn: LocalDate,
  numbers: DrawnNumbers,
  terms: DueDateTerms,
): readonly PaymentNotice[] {
  let rowNumber = 0;
  const rowOf = (row: AssessedRow, kind: RevenueKind): NoticeRow => {
    rowNumber += 1;
    const { payer, payerNumber, payerName, share, amountDong } = row;
    const payableItemId = payableItemIdOf(numbers.itemGroup, rowNumber);
    return { payer, payerNumber, payerName, share, amountDong, payableItemId, ...budgetOf(kind, issuedOn) };
  };
  return assessment.revenues.filter(isPayable).map(({ kind, rows, baseDong }, i) => ({
    number: noticeNumber(assessment.collection.taxOfficeCode, issuedOn, numbers.firstNotice + i),
    form: forms[kind],
    kind,
    issuedOn,
    dueDate: dueDate(issuedOn, getTimer(paymentTimers[kind], assessment.regime, issuedOn).amount, terms),
    rows: rows.filter(({ amountDong }) => amountDong !== '0').map((row) => rowOf(row, kind)),
    baseDong,
  }));
}

/** A kind of revenue of which everybody is exempt has no notice. */
export function isPayable({ totalDong }: { readonly totalDong: string }): boolean {
  return totalDong !== '0';
}

/** M31: the part of a row that bank and treasury need, nothing of the dossier. */
export function publishedItem(
  notice: PaymentNotice,
  row: NoticeRow,
  { collection }: ComputedAssessment,
): PayableItemPublishedV1 {
  const { payableItemId: id, payerNumber, amountDong, budgetSubItem, budgetChapter } = row;
  const { taxOfficeCode, treasuryCode, areaCode } = collection;
  const { number: noticeNumberText, dueDate } = notice;
  return {
    payableItemId: id, noticeNumber: noticeNumberText, payerNumber, amountDong, dueDate,
    budgetSubItem, budgetChapter, taxOfficeCode, treasuryCode, areaCode,
  }; // prettier-ignore
}

/** `TB<year><last five of the office code>-TK<number in office and year>/TB-TCS` */
function noticeNumber(taxOfficeCode: string, issuedOn: LocalDate, number: number): string {
  return `TB${issuedOn.slice(2, 4)}${taxOfficeCode.slice(-5)}-TK${number.toString().padStart(7, '0')}/TB-TCS`;
}

/** Seventeen digits: the group of the dossier, twelve, and the row in it, five (corrections row 20). */
function payableItemIdOf(group: number, row: number): string {
  return `${group.toString().padStart(12, '0')}${row.toString().padStart(5, '0')}`;
}

function budgetOf(
  kind: RevenueKind,
  issuedOn: LocalDate,
): { readonly budgetSubItem: string; readonly budgetChapter: string } {
  return {
    budgetSubItem: rowInForce('sub-item', budgetSubItems[kind], issuedOn).value,
    budgetChapter: rowInForce('chapter', budgetChapters, issuedOn).value,
  };
}
