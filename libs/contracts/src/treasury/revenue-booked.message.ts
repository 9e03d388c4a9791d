import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, IdText, ListOf, Message, streamOf, Text } from '@lienthong/envelope';
import { exampleCollection, exampleIncomeTax, exampleIssuedOn } from '../parts/clean-transfer.example';
import { VoucherLine } from '../parts/voucher-line.part';
import { PAYMENT_REFERENCE, REVENUE_ACCOUNT, TREASURY_CODE } from '../patterns';

const example: RevenueBookedV1 = {
  confirmationId: '019fc562-94c0-7000-8000-000000000002',
  reference: exampleIncomeTax.reference,
  entryNumber: 'BT-260803-000001',
  lines: [
    {
      payableItemId: exampleIncomeTax.payableItemId,
      amountDong: exampleIncomeTax.amountDong,
      budgetSubItem: exampleIncomeTax.budgetSubItem,
      budgetChapter: exampleIncomeTax.budgetChapter,
    },
  ],
  totalDong: exampleIncomeTax.amountDong,
  debitDate: exampleIssuedOn,
  bookedOn: exampleIssuedOn,
  treasuryCode: exampleCollection.treasuryCode,
  account: exampleCollection.account,
};

/** M36 XacNhanHachToan (L §2.5): only with a matching credit advice; goes to the tax office at once (TT 89/2026 Đ36). */
@Message({
  owner: 'treasury',
  name: 'revenue-booked',
  version: 1,
  summary: 'The State treasury has booked the payment as budget revenue (hạch toán thu NSNN) (M36).',
  stream: (body) => streamOf.voucher(body.reference),
  subject: () => undefined,
  example,
})
export class RevenueBookedV1 {
  @IdText()
  readonly confirmationId: string;

  /** Số tham chiếu of the voucher. */
  @Text({ max: 20, pattern: PAYMENT_REFERENCE })
  readonly reference: string;

  /** Số bút toán. */
  @Text({ max: 30 })
  readonly entryNumber: string;

  @ListOf(() => VoucherLine, { max: 50 })
  readonly lines: readonly VoucherLine[];

  @DongAmount()
  readonly totalDong: DongText;

  /** Ngày trích nợ: the payment date. */
  @DateText()
  readonly debitDate: string;

  /** Ngày hạch toán; never the payment date. */
  @DateText()
  readonly bookedOn: string;

  @Text({ max: 4, pattern: TREASURY_CODE })
  readonly treasuryCode: string;

  /** Tài khoản thu, 7111 = state budget revenue. */
  @Text({ max: 4, pattern: REVENUE_ACCOUNT })
  readonly account: string;
}
