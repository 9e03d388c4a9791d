import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, InstantText, ListOf, Message, Part, streamOf, Text } from '@lienthong/envelope';
import { exampleCollection, exampleIncomeTax, exampleIssuedOn, exampleSeller } from '../parts/clean-transfer.example';
import { VoucherLine } from '../parts/voucher-line.part';
import { VoucherPayer } from '../parts/voucher-payer.part';
import { PAYMENT_REFERENCE, TAX_OFFICE_CODE, TREASURY_CODE } from '../patterns';

const example: PaymentInformationV1 = {
  reference: exampleIncomeTax.reference,
  payer: { number: exampleSeller.personalIdentificationNumber, name: exampleSeller.name },
  debitDate: exampleIssuedOn,
  debitedAt: '2026-08-03T11:05:00+07:00',
  lines: [
    {
      payableItemId: exampleIncomeTax.payableItemId,
      amountDong: exampleIncomeTax.amountDong,
      budgetSubItem: exampleIncomeTax.budgetSubItem,
      budgetChapter: exampleIncomeTax.budgetChapter,
    },
  ],
  totalDong: exampleIncomeTax.amountDong,
  taxOfficeCode: exampleCollection.taxOfficeCode,
  treasuryCode: exampleCollection.treasuryCode,
};

/** M34 TruyenThongTinNop: the whole budget payment voucher, sent at the moment of the debit (TT 89/2026 Đ36). */
@Message({
  owner: 'collecting-bank',
  name: 'payment-information',
  version: 1,
  summary:
    'The collecting bank has debited the payer and sends the budget payment voucher (giấy nộp tiền, C1-02/NS) to the tax office (M34).',
  stream: (body) => streamOf.voucher(body.reference),
  subject: () => undefined,
  example,
})
export class PaymentInformationV1 {
  /** Số tham chiếu, unique nationwide and never changed on the way. */
  @Text({ max: 20, pattern: PAYMENT_REFERENCE })
  readonly reference: string;

  @Part(() => VoucherPayer)
  readonly payer: VoucherPayer;

  /** Ngày trích nợ: the payment date for every purpose (Luật 38/2019 Đ58). */
  @DateText()
  readonly debitDate: string;

  @InstantText()
  readonly debitedAt: string;

  @ListOf(() => VoucherLine, { max: 50 })
  readonly lines: readonly VoucherLine[];

  @DongAmount()
  readonly totalDong: DongText;

  @Text({ max: 7, pattern: TAX_OFFICE_CODE })
  readonly taxOfficeCode: string;

  @Text({ max: 4, pattern: TREASURY_CODE })
  readonly treasuryCode: string;
}
