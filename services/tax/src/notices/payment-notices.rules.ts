import { addDays, type LocalDate, type WorkingCalendar } from '@lienthong/kernel';
import type { NoticeRow, PayableItemPublishedV1, PaymentNotice } from '@lienthong/contracts';
import type { AssessedRevenue, AssessedRow, RevenueKind } from '../assessments/assess-transfer.rules';
import type { ComputedAssessment } from '../assessments/assessment.state';
import { rowInForce } from '../law/dated-row.rules';
import { budgetChapters, budgetSubItems, paymentPeriodsDays } from '../law/rates.data';

const forms: Readonly<Record<RevenueKind, string>> = {
  'personal-income-tax': '03/TB-BĐS-TNCN',
  'registration-fee': '01/TB-LPTB',
};

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

/** One notice for each kind of revenue, one row for each person, each row with a payable item id of its own. */
export function paymentNotices(
  assessment: ComputedAssessment,
  issuedOn: LocalDate,
  numbers: DrawnNumbers,
  calendar: WorkingCalendar,
): readonly PaymentNotice[] {
  const dueDate = dueDateOf(issuedOn, calendar);
  let rowNumber = 0;
  const rowOf = (row: AssessedRow, kind: RevenueKind): NoticeRow => {
    rowNumber += 1;
    return { ...row, payableItemId: payableItemId(numbers.itemGroup, rowNumber), ...budgetOf(kind, issuedOn) };
  };
  return assessment.revenues.map((revenue: AssessedRevenue, i) => ({
    number: noticeNumber(assessment.collection.taxOfficeCode, issuedOn, numbers.firstNotice + i),
    form: forms[revenue.kind],
    kind: revenue.kind,
    issuedOn,
    dueDate,
    rows: revenue.rows.map((row) => rowOf(row, revenue.kind)),
    baseDong: revenue.baseDong,
  }));
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

/** Default reading (c): the day of issue is not counted, and a day off moves the date to the next working day. */
function dueDateOf(issuedOn: LocalDate, calendar: WorkingCalendar): LocalDate {
  return calendar.nextWorkingDay(addDays(issuedOn, rowInForce('T16', paymentPeriodsDays, issuedOn).value));
}

/** `TB<year><last five of the office code>-TK<number in office and year>/TB-TCS` */
function noticeNumber(taxOfficeCode: string, issuedOn: LocalDate, number: number): string {
  return `TB${issuedOn.slice(2, 4)}${taxOfficeCode.slice(-5)}-TK${number.toString().padStart(7, '0')}/TB-TCS`;
}

/** Seventeen digits: the group of the dossier, twelve, and the row in it, five (corrections row 20). */
function payableItemId(group: number, row: number): string {
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
