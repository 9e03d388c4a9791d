import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, Flag, Optional, Text } from '@lienthong/envelope';
import { BUDGET_CHAPTER, BUDGET_SUB_ITEM } from '../patterns';

/** One debt of the person who asked (dòng sổ thuế): what a bank needs to have it paid. */
export class DebtRow {
  @Text({ max: 32 })
  readonly payableItemId: string;

  @Text({ max: 60 })
  readonly noticeNumber: string;

  @Text({ max: 4, pattern: BUDGET_SUB_ITEM })
  readonly budgetSubItem: string;

  @Text({ max: 3, pattern: BUDGET_CHAPTER })
  readonly budgetChapter: string;

  /** What is still to pay. */
  @DongAmount()
  readonly openDong: DongText;

  @DateText()
  readonly dueDate: string;

  /** Noted on the certificate as a debt; it is not due. */
  @Optional()
  @Flag()
  readonly deferred?: boolean;
}
