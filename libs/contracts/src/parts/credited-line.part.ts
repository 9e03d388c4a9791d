import type { DongText } from '@lienthong/kernel';
import { DongAmount, Optional, Text } from '@lienthong/envelope';
import { BUDGET_CHAPTER, BUDGET_SUB_ITEM } from '../patterns';

/** A line of a credit advice (báo có): the payable item and what was credited for it, nothing about its payer. */
export class CreditedLine {
  @Text({ max: 32 })
  readonly payableItemId: string;

  @DongAmount()
  readonly amountDong: DongText;

  /** As the voucher states it. */
  @Optional()
  @Text({ max: 4, pattern: BUDGET_SUB_ITEM })
  readonly budgetSubItem?: string;

  @Optional()
  @Text({ max: 3, pattern: BUDGET_CHAPTER })
  readonly budgetChapter?: string;
}
