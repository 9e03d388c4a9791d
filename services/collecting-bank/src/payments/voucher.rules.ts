import { dong, dongText, instantText, localDate } from '@lienthong/kernel';
import type {
  CreditAdviceV1,
  PaymentInformationV1,
  UnassignedCreditAdvisedV1,
  VoucherPayer,
} from '@lienthong/contracts';
import { bankErrors } from '../collecting-bank.errors';
import type { PayableItem } from '../payable-items/payable-item.entity';
import { restDong } from '../payable-items/payable-item.rules';
import type { Voucher } from './voucher.entity';
import type { BankLine, VoucherChannel } from './voucher.state';

export interface Making {
  readonly reference: string;
  readonly payer: VoucherPayer;
  readonly debitedAt: Date;
  readonly transferBy: Date;
  readonly madeBy: string;
  readonly channel: VoucherChannel;
  readonly documentNumber?: string;
  readonly causeId?: string;
}

/** What a voucher says, whoever wrote it: the published items, or the paper that a clerk keys in. */
export interface Stated {
  readonly office: string;
  readonly lines: readonly BankLine[];
  readonly taxOfficeCode: string;
  readonly treasuryCode: string;
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

/** What published items say, with what is still to pay of each; all of one tax office and one treasury office. */
export function statedBy(items: readonly PayableItem[]): Stated {
  const [first] = items;
  requireOnce(items.map((item) => item.payableItemId));
  if (!first || items.some((item) => officesOf(item) !== officesOf(first))) throw bankErrors.ITEMS_OF_SEVERAL_OFFICES();
  const { office, taxOfficeCode, treasuryCode } = first;
  return { office, lines: items.map(lineOf), taxOfficeCode, treasuryCode };
}

/** A paper voucher says what it says; but it names the item of every line or of none, each once, with an amount. */
export function requireLines(lines: readonly BankLine[]): void {
  const ids = lines.flatMap(({ payableItemId }) => payableItemId ?? []);
  if (ids.length > 0 && ids.length < lines.length) throw bankErrors.LINES_MIXED();
  requireOnce(ids);
  if (lines.some(({ amountDong }) => dong(amountDong) === 0n)) throw bankErrors.AMOUNT_ZERO();
}

/** A voucher over what was stated; its total is the sum of its lines. */
export function makeVoucher({ lines, ...stated }: Stated, { payer, debitedAt, ...making }: Making): Voucher {
  return {
    ...stated,
    ...making,
    payerNumber: payer.number,
    ...(payer.name === undefined ? {} : { payerName: payer.name }),
    debitDate: localDate(debitedAt),
    debitedAt,
    totalDong: dongText(lines.reduce((sum, line) => sum + dong(line.amountDong), 0n)),
    lines,
  };
}

/** True of a voucher that names what it pays. */
export function isAssigned({ lines }: Voucher): boolean {
  return lines.every(({ payableItemId }) => payableItemId !== undefined);
}

/** M34: the whole voucher for the tax office. */
export function paymentInformation(voucher: Voucher): PaymentInformationV1 {
  const { reference, debitDate, debitedAt, lines, totalDong, taxOfficeCode, treasuryCode } = voucher;
  return {
    reference,
    payer: payerPart(voucher),
    debitDate,
    debitedAt: instantText(debitedAt),
    lines: lines.map(({ payableItemId = '', amountDong, budgetSubItem, budgetChapter }) => ({
      ...{ payableItemId, amountDong: dongText(dong(amountDong)), budgetSubItem, budgetChapter },
    })),
    totalDong: dongText(dong(totalDong)),
    taxOfficeCode,
    treasuryCode,
  };
}

/** M35: what the treasury is told, without the payer. */
export function creditAdvice(voucher: Voucher, bankCode: string, advisedAt: Date): CreditAdviceV1 {
  const { reference, debitDate, lines, totalDong, treasuryCode, taxOfficeCode } = voucher;
  return {
    reference,
    debitDate,
    advisedAt: instantText(advisedAt),
    totalDong: dongText(dong(totalDong)),
    lines: lines.map(({ payableItemId = '', amountDong, budgetSubItem, budgetChapter }) => ({
      ...{ payableItemId, amountDong: dongText(dong(amountDong)), budgetSubItem, budgetChapter },
    })),
    bankCode,
    treasuryCode,
    taxOfficeCode,
  };
}

/** M35 of a voucher without ID (F12): with the payer, who has to choose what it pays. */
export function unassignedCredit(voucher: Voucher, bankCode: string, advisedAt: Date): UnassignedCreditAdvisedV1 {
  const { reference, debitDate, lines, totalDong, treasuryCode, taxOfficeCode } = voucher;
  return {
    ...{ reference, payer: payerPart(voucher), debitDate, advisedAt: instantText(advisedAt) },
    totalDong: dongText(dong(totalDong)),
    lines: lines.map(({ amountDong, noticeNumber, budgetSubItem, budgetChapter }) => ({
      ...{ amountDong: dongText(dong(amountDong)), budgetSubItem, budgetChapter },
      ...(noticeNumber === undefined ? {} : { noticeNumber }),
    })),
    ...{ bankCode, taxOfficeCode, treasuryCode },
  };
}

function payerPart({ payerNumber, payerName }: Voucher): VoucherPayer {
  return { number: payerNumber, ...(payerName === undefined ? {} : { name: payerName }) };
}

function requireOnce(ids: readonly string[]): void {
  const repeated = ids.find((id, i) => ids.indexOf(id) !== i);
  if (repeated !== undefined) throw bankErrors.ITEM_TWICE({ payableItemId: repeated });
}

function lineOf(item: PayableItem): BankLine {
  const { payableItemId, budgetSubItem, budgetChapter } = item;
  return { payableItemId, amountDong: dongText(restDong(item)), budgetSubItem, budgetChapter };
}

function officesOf({ taxOfficeCode, treasuryCode }: PayableItem): string {
  return `${taxOfficeCode}|${treasuryCode}`;
}
