import type { DongText } from '@lienthong/kernel';
import { DongAmount, Text } from '@lienthong/envelope';
import { PAYMENT_REFERENCE } from '../patterns';

/** A payable item that was settled and is open again (khoản phải nộp trở lại trạng thái chờ nộp). */
export class ReopenedItem {
  @Text({ max: 32 })
  readonly payableItemId: string;

  @Text({ max: 60 })
  readonly noticeNumber: string;

  @DongAmount()
  readonly amountDong: DongText;

  /** Reference of the voucher that no longer pays it. */
  @Text({ max: 20, pattern: PAYMENT_REFERENCE })
  readonly reference: string;
}
