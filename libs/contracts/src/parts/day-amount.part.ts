import type { DongText } from '@lienthong/kernel';
import { DongAmount, Text } from '@lienthong/envelope';
import { PAYMENT_REFERENCE } from '../patterns';

/** What one side counts for one voucher on a day. */
export class DayAmount {
  @Text({ max: 20, pattern: PAYMENT_REFERENCE })
  readonly reference: string;

  @DongAmount()
  readonly amountDong: DongText;
}
