import { Text, Whole } from '@lienthong/envelope';
import { BUDGET_CHAPTER, BUDGET_SUB_ITEM } from '../patterns';

/** What a line of a voucher should have said (C1-07a/NS): never its amount, never its currency (TT 89/2026 Đ37). */
export class CorrectedLine {
  /** Place of the line on the voucher, from 1. */
  @Whole({ min: 1, max: 50 })
  readonly lineNumber: number;

  @Text({ max: 32 })
  readonly payableItemId: string;

  @Text({ max: 4, pattern: BUDGET_SUB_ITEM })
  readonly budgetSubItem: string;

  @Text({ max: 3, pattern: BUDGET_CHAPTER })
  readonly budgetChapter: string;
}
