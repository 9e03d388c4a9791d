import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, IdText, ListOf, Message, OneOf, Optional, streamOf, Text } from '@lienthong/envelope';
import { exampleCollection, exampleIncomeTax, exampleIssuedOn } from '../parts/clean-transfer.example';
import { VoucherLine } from '../parts/voucher-line.part';
import { PAYMENT_REFERENCE, REVENUE_ACCOUNT, TREASURY_CODE } from '../patterns';

const example: RevenueBookingAdjustedV1 = {
  confirmationId: '019fc562-94c0-7000-8000-000000000004',
  adjusts: '019fc562-94c0-7000-8000-000000000002',
  adjustment: 'reversed',
  reference: exampleIncomeTax.reference,
  entryNumber: 'BT-260803-000002',
  linesBefore: [
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
  reason: 'Ngân hàng báo có nhầm.',
};

/** M36 with HUY or DIEU_CHINH (L §2.5, F16): a new fact that names the confirmation it adjusts; that one is never changed. */
@Message({
  owner: 'treasury',
  name: 'revenue-booking-adjusted',
  version: 1,
  summary:
    'Two persons of the treasury have reversed or corrected a booking (hủy, điều chỉnh bút toán thu NSNN) (M36).',
  stream: (body) => streamOf.voucher(body.reference),
  subject: () => undefined,
  example,
})
export class RevenueBookingAdjustedV1 {
  @IdText()
  readonly confirmationId: string;

  /** Confirmation that is adjusted (điều chỉnh cho). */
  @IdText()
  readonly adjusts: string;

  @OneOf(['reversed', 'corrected'])
  readonly adjustment: 'reversed' | 'corrected';

  @Text({ max: 20, pattern: PAYMENT_REFERENCE })
  readonly reference: string;

  /** Số bút toán of the adjustment. */
  @Text({ max: 30 })
  readonly entryNumber: string;

  @ListOf(() => VoucherLine, { max: 50 })
  readonly linesBefore: readonly VoucherLine[];

  /** The lines as they stand now: all of them, with the same total; absent after a reversal. */
  @Optional()
  @ListOf(() => VoucherLine, { max: 50 })
  readonly lines?: readonly VoucherLine[];

  @DongAmount()
  readonly totalDong: DongText;

  @DateText()
  readonly debitDate: string;

  @DateText()
  readonly bookedOn: string;

  @Text({ max: 4, pattern: TREASURY_CODE })
  readonly treasuryCode: string;

  @Text({ max: 4, pattern: REVENUE_ACCOUNT })
  readonly account: string;

  @Text({ max: 500 })
  readonly reason: string;
}
