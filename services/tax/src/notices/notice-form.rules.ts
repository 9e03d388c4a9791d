import { dong, dongText, Fraction, localDate, type LocalDate, roundHalfUp } from '@lienthong/kernel';
import {
  communeOn,
  officeById,
  officeByTaxOfficeCode,
  officeByTreasuryCode,
  officeNameOn,
  type Office,
  type PaymentNotice,
  type SlipParcel,
  type TransferSlipSentV2,
} from '@lienthong/contracts';
import type { AssessedRevenue } from '../assessments/assess-transfer.rules';
import type { IssuedAssessment } from '../assessments/assessment.state';
import { sum } from '../charges/fractions.rules';
import { rowInForce } from '../law/dated-row.rules';
import { lateInterestRates } from '../law/rates.data';
import { priceRowInForce } from '../price-table/land-price.rules';
import { taxErrors } from '../tax.errors';
import { personNumber } from '../transfer-slips/slip-persons.rules';
import type { FormLandRow, FormParcel, FormPaymentRow, FormPerson, FormPersonRow, NoticeForm, NoticeIssue } from './notice-form.state'; // prettier-ignore

/** From what a form is filled: the slip as it came, the assessment that was issued, the notice as it was sent. */
export interface NoticeFormSource {
  readonly slip: TransferSlipSentV2;
  readonly assessment: Pick<IssuedAssessment, 'revenues' | 'collection' | 'landOffice'>;
  readonly notice: PaymentNotice;
  readonly issue: NoticeIssue;
}

/** All fields of L §2.2.1 and §2.2.2 that a slip of land can fill; the printed due date is the notice's. */
export function noticeForm({ slip, assessment, notice, issue }: NoticeFormSource): NoticeForm {
  const revenue = assessment.revenues.find(({ kind }) => kind === notice.kind);
  if (!revenue) throw taxErrors.NOTICE_WITHOUT_REVENUE({ number: notice.number });
  const { collection } = assessment;
  const { issuedOn } = notice;
  const land = slip.parcels.map((parcel) => landRow(parcel, revenue));
  const table = sum(land.map(({ exact }) => exact));
  const rows = land.map(({ row }) => row);
  const persons = revenue.rows.map(personRow);
  const taxOffice = {
    code: collection.taxOfficeCode,
    name: nameOf(officeByTaxOfficeCode(collection.taxOfficeCode, issuedOn), issuedOn),
  };
  return {
    form: notice.form,
    number: notice.number,
    issue,
    issuedOn,
    taxOffice,
    basis: basisOf(slip),
    payers: persons.map(({ number, name }) => payerOf(slip, { number, name })),
    assetKind: 'land',
    parcels: slip.parcels.map((parcel) => formParcel(parcel, issuedOn)),
    land: rows,
    landTotalDong: dongText(roundHalfUp(table)),
    comparison: {
      ...(slip.contract && !isReceived(slip) && { statedDong: slip.contract.totalDong }),
      tableDong: dongText(roundHalfUp(table)),
      baseDong: revenue.baseDong,
    },
    ...(notice.kind === 'personal-income-tax' && { incomeKind: isReceived(slip) ? 'inheritance-or-gift' : 'transfer' }),
    ...(notice.kind === 'land-use-fee' && { landUseFee: landUseFeeOf(totalsOf(persons)) }),
    persons,
    totals: totalsOf(persons),
    dueDate: notice.dueDate,
    payments: notice.rows.map((row) => paymentRow(row, notice)),
    collection: {
      account: collection.account,
      treasuryCode: collection.treasuryCode,
      treasuryName: nameOf(officeByTreasuryCode(collection.treasuryCode, issuedOn), issuedOn),
      areaCode: collection.areaCode,
      areaName: communeOn(collection.areaCode, issuedOn)?.name ?? '',
    },
    lateInterestPerDay: rowInForce('§3.7', lateInterestRates, issuedOn).value.toString(),
    copyTo: nameOf(officeById('land-registry', assessment.landOffice, issuedOn), issuedOn),
  };
}

/** L §3.2: nobody pays a price for what is inherited or given; its deed's figure is compared with nothing. */
function isReceived({ changeKind }: TransferSlipSentV2): boolean {
  return changeKind === 'inheritance' || changeKind === 'gift';
}

function basisOf({ dossierCode, slipNumber, senderOfficeCode, signature }: TransferSlipSentV2): NoticeForm['basis'] {
  return { dossierCode, slipNumber, senderOfficeCode, slipDate: localDate(new Date(signature.signedAt)) };
}

/** The value of one parcel by the row of the day that decided; the form shows what was multiplied. */
function landRow(
  parcel: SlipParcel,
  { kind, decidedOn }: AssessedRevenue,
): { readonly exact: Fraction; readonly row: FormLandRow } {
  const price = priceRowInForce(parcel.priceRows, decidedOn);
  if (!price) throw taxErrors.PRICE_ROW_MISSING({ on: decidedOn });
  const { purpose, position, areaSquareMetres } = parcel;
  const { pricePerSquareMetreDong, adjustmentCoefficient } = price;
  const adjusted = kind === 'personal-income-tax';
  const plain = Fraction.parse(areaSquareMetres).times(Fraction.parse(pricePerSquareMetreDong));
  const exact = adjusted ? plain.times(Fraction.parse(adjustmentCoefficient)) : plain;
  const valueDong = dongText(roundHalfUp(exact));
  const row = { purpose, position, areaSquareMetres, pricePerSquareMetreDong, valueDong };
  return { exact, row: { ...row, ...(adjusted && { adjustmentCoefficient }) } };
}

function formParcel({ mapSheet, parcelNumber, communeCode }: SlipParcel, on: LocalDate): FormParcel {
  return { mapSheet, parcelNumber, communeName: communeOn(communeCode, on)?.name ?? '', districtName: '' };
}

function payerOf({ sellers, buyers }: TransferSlipSentV2, payer: FormPerson): FormPerson {
  const party = [...sellers, ...buyers].find((one) => personNumber(one) === payer.number);
  return { ...payer, ...(party?.phone !== undefined && { phone: party.phone }) };
}

function personRow(row: AssessedRevenue['rows'][number]): FormPersonRow {
  const {
    payerNumber: number,
    payerName: name,
    share,
    arisingDong,
    exemptDong,
    amountDong: payableDong,
    reasons,
  } = row;
  return { number, name, share, arisingDong, exemptDong, payableDong, reasons };
}

function paymentRow(row: PaymentNotice['rows'][number], { kind, dueDate: due }: PaymentNotice): FormPaymentRow {
  const { payerNumber: number, payerName: name, payableItemId, amountDong, budgetSubItem, budgetChapter } = row;
  const instalment = kind === 'land-use-fee' ? { dueDate: row.dueDate ?? due } : {};
  return { number, name, payableItemId, amountDong, budgetSubItem, budgetChapter, ...instalment };
}

/** The whole difference is charged; what is not paid of it was deducted. */
function landUseFeeOf({ arisingDong, exemptDong, payableDong }: NoticeForm['totals']): NoticeForm['landUseFee'] {
  return { collectionRate: '1', feeDong: arisingDong, deductionDong: exemptDong, payableDong };
}

function totalsOf(persons: readonly FormPersonRow[]): NoticeForm['totals'] {
  const total = (field: 'arisingDong' | 'exemptDong' | 'payableDong'): string =>
    dongText(persons.reduce((all, person) => all + dong(person[field]), 0n));
  return { arisingDong: total('arisingDong'), exemptDong: total('exemptDong'), payableDong: total('payableDong') };
}

function nameOf(office: Office | undefined, on: LocalDate): string {
  return office ? officeNameOn(office, on) : '';
}
