import type { DongText } from '@lienthong/kernel';
import { DongAmount, Text } from '@lienthong/envelope';

/** A line of a credit advice (báo có): the payable item and what was credited for it, nothing about its payer. */
export class CreditedLine {
  @Text({ max: 32 })
  readonly payableItemId: string;

  @DongAmount()
  readonly amountDong: DongText;
}
