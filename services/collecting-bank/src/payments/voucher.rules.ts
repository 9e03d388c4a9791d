import { dong, dongText, instantText, localDate } from '@lienthong/kernel';
import type { CreditAdviceV1, PaymentInformationV1, VoucherLine, VoucherPayer } from '@lienthong/contracts';
import { bankErrors } from '../collecting-bank.errors';
import type { PayableItem } from '../payable-items/payable-item.entity';
import type { Voucher } from './voucher.entity';

export interface Making {
  readonly reference: string;
  readonly payer: VoucherPayer;
  readonly debitedAt: Date;
  readonly madeBy: string;
}

/** Name of the series that numbers the vouchers of a making unit in a year. */
export function voucherSeries(unit: string, year: string): string {
  return `${unit}|${year}`;
}

/** L §2.4.3: making unit, four; year, four; growing number of the unit in the year, ten; kind of making, two. */
export function referenceOf(unit: string, year: string, number: number, kind: string): string {
  return `${unit}${year}${number.toString().padStart(10, '0')}${kind}`;
}

/** C1-02/NS names one payer: the taxpayer of the items, or whoever pays for several of them (P12). */
export function payerOf(items: readonly PayableItem[], stated: VoucherPayer | undefined): VoucherPayer {
  if (stated) return stated;
  const [first, ...others] = items.map((item) => item.payerNumber);
  if (first === undefined || others.some((number) => number !== first)) throw bankErrors.PAYER_NEEDED();
  return { number: first };
}

/** A voucher over published items, with their published amounts; all of one tax office and one treasury office. */
export function makeVoucher(items: readonly PayableItem[], { reference, payer, debitedAt, madeBy }: Making): Voucher {
  const [first] = items;
  const repeated = items.find(
    (item, i) => items.findIndex((other) => other.payableItemId === item.payableItemId) !== i,
  );
  if (repeated) throw bankErrors.ITEM_TWICE({ payableItemId: repeated.payableItemId });
  if (!first || items.some((item) => officesOf(item) !== officesOf(first))) throw bankErrors.ITEMS_OF_SEVERAL_OFFICES();
  const lines = items.map(lineOf);
  return {
    reference,
    office: first.office,
    payerNumber: payer.number,
    ...(payer.name === undefined ? {} : { payerName: payer.name }),
    debitDate: localDate(debitedAt),
    debitedAt,
    totalDong: dongText(lines.reduce((sum, line) => sum + dong(line.amountDong), 0n)),
    lines,
    taxOfficeCode: first.taxOfficeCode,
    treasuryCode: first.treasuryCode,
    madeBy,
  };
}

/** M34: the whole voucher for the tax office. */
export function paymentInformation(voucher: Voucher): PaymentInformationV1 {
  const { reference, payerNumber, payerName, debitDate, debitedAt, lines, totalDong, taxOfficeCode, treasuryCode } =
    voucher;
  const payer = { number: payerNumber, ...(payerName === undefined ? {} : { name: payerName }) };
  const total = dongText(dong(totalDong));
  return {
    reference,
    payer,
    debitDate,
    debitedAt: instantText(debitedAt),
    lines,
    totalDong: total,
    taxOfficeCode,
    treasuryCode,
  };
}

/** M35: what the treasury is told, without the payer. */
export function creditAdvice(voucher: Voucher, bankCode: string): CreditAdviceV1 {
  const { reference, debitDate, debitedAt, lines, totalDong, treasuryCode } = voucher;
  return {
    reference,
    debitDate,
    advisedAt: instantText(debitedAt),
    totalDong: dongText(dong(totalDong)),
    lines: lines.map(({ payableItemId, amountDong }) => ({ payableItemId, amountDong })),
    bankCode,
    treasuryCode,
  };
}

function lineOf({ payableItemId, amountDong, budgetSubItem, budgetChapter }: PayableItem): VoucherLine {
  return { payableItemId, amountDong: dongText(dong(amountDong)), budgetSubItem, budgetChapter };
}

function officesOf({ taxOfficeCode, treasuryCode }: PayableItem): string {
  return `${taxOfficeCode}|${treasuryCode}`;
}
