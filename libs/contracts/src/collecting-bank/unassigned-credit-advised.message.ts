import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, InstantText, ListOf, Message, Part, streamOf, Text } from '@lienthong/envelope';
import { exampleCollection, exampleIncomeTax, exampleIssuedOn, exampleSeller } from '../parts/clean-transfer.example';
import { UnassignedLine } from '../parts/unassigned-line.part';
import { VoucherPayer } from '../parts/voucher-payer.part';
import { BANK_CODE, PAYMENT_REFERENCE, TAX_OFFICE_CODE, TREASURY_CODE } from '../patterns';

const example: UnassignedCreditAdvisedV1 = {
  reference: exampleIncomeTax.reference,
  payer: { number: exampleSeller.personalIdentificationNumber, name: exampleSeller.name },
  debitDate: exampleIssuedOn,
  advisedAt: '2026-08-03T11:05:00+07:00',
  totalDong: exampleIncomeTax.amountDong,
  lines: [
    {
      amountDong: exampleIncomeTax.amountDong,
      noticeNumber: exampleIncomeTax.noticeNumber,
      budgetSubItem: exampleIncomeTax.budgetSubItem,
      budgetChapter: exampleIncomeTax.budgetChapter,
    },
  ],
  bankCode: '99999001',
  taxOfficeCode: exampleCollection.taxOfficeCode,
  treasuryCode: exampleCollection.treasuryCode,
};

/** M35 of a voucher without ID (F12): the payer is told, since only the payer's choice names what is paid (TT 89/2026 Đ42). */
@Message({
  owner: 'collecting-bank',
  name: 'unassigned-credit-advised',
  version: 1,
  summary:
    'Money of a voucher that names no payable item has been credited (báo có không ghi ID khoản phải nộp) (M35).',
  stream: (body) => streamOf.voucher(body.reference),
  subject: () => undefined,
  example,
})
export class UnassignedCreditAdvisedV1 {
  @Text({ max: 20, pattern: PAYMENT_REFERENCE })
  readonly reference: string;

  @Part(() => VoucherPayer)
  readonly payer: VoucherPayer;

  @DateText()
  readonly debitDate: string;

  @InstantText()
  readonly advisedAt: string;

  @DongAmount()
  readonly totalDong: DongText;

  @ListOf(() => UnassignedLine, { max: 50 })
  readonly lines: readonly UnassignedLine[];

  @Text({ max: 8, pattern: BANK_CODE })
  readonly bankCode: string;

  @Text({ max: 7, pattern: TAX_OFFICE_CODE })
  readonly taxOfficeCode: string;

  @Text({ max: 4, pattern: TREASURY_CODE })
  readonly treasuryCode: string;
}
