import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, Text } from '@lienthong/envelope';
import { PAYMENT_REFERENCE } from '../patterns';

/** A payable item that is settled (khoản đã nộp): paid on the day the payer's account was debited (ngày trích nợ). */
export class SettledItem {
  @Text({ max: 32 })
  readonly payableItemId: string;

  @Text({ max: 60 })
  readonly noticeNumber: string;

  @DongAmount()
  readonly amountDong: DongText;

  @DateText()
  readonly paidOn: string;

  @Text({ max: 20, pattern: PAYMENT_REFERENCE })
  readonly reference: string;
}
