import type { DongText } from '@lienthong/kernel';
import { DongAmount, Optional, Text } from '@lienthong/envelope';
import { BUDGET_CHAPTER, BUDGET_SUB_ITEM } from '../patterns';

/** A line of a voucher that names no payable item (không ghi ID khoản phải nộp): what the payer wrote, nothing more. */
export class UnassignedLine {
  @DongAmount()
  readonly amountDong: DongText;

  @Optional()
  @Text({ max: 60 })
  readonly noticeNumber?: string;

  @Text({ max: 4, pattern: BUDGET_SUB_ITEM })
  readonly budgetSubItem: string;

  @Text({ max: 3, pattern: BUDGET_CHAPTER })
  readonly budgetChapter: string;
}
