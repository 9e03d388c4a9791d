import type { DongText } from '@lienthong/kernel';
import { DongAmount, Text } from '@lienthong/envelope';
import { BUDGET_CHAPTER, BUDGET_SUB_ITEM } from '../patterns';

/** A line of the budget payment voucher (giấy nộp tiền vào NSNN, C1-02/NS). */
export class VoucherLine {
  @Text({ max: 32 })
  readonly payableItemId: string;

  @DongAmount()
  readonly amountDong: DongText;

  @Text({ max: 4, pattern: BUDGET_SUB_ITEM })
  readonly budgetSubItem: string;

  @Text({ max: 3, pattern: BUDGET_CHAPTER })
  readonly budgetChapter: string;
}
