import type { DongText } from '@lienthong/kernel';
import {
  DateText,
  DongAmount,
  DossierCode,
  Flag,
  OneOf,
  Optional,
  Personal,
  PersonalNumber,
  ShareText,
  Text,
} from '@lienthong/envelope';
import { BUDGET_CHAPTER, BUDGET_SUB_ITEM } from '../patterns';

/** One payer's row of a payment notice, with its own payable item id (ID khoản phải nộp). */
export class NoticeRow {
  /** Opaque text, never parsed. */
  @Text({ max: 32 })
  readonly payableItemId: string;

  /** Of a notice for several dossiers: the dossier that this row belongs to, and that is settled by it (F21). */
  @Optional()
  @DossierCode()
  readonly dossierCode?: string;

  @OneOf(['seller', 'buyer'] as const)
  readonly payer: 'seller' | 'buyer';

  @Personal()
  @PersonalNumber()
  readonly payerNumber: string;

  @Personal()
  @Text({ max: 120 })
  readonly payerName: string;

  @ShareText()
  readonly share: string;

  @DongAmount()
  readonly amountDong: DongText;

  /** Tiểu mục: 1006 income tax on real estate, 2801 registration fee on house and land. */
  @Text({ max: 4, pattern: BUDGET_SUB_ITEM })
  readonly budgetSubItem: string;

  /** Chương. */
  @Text({ max: 3, pattern: BUDGET_CHAPTER })
  readonly budgetChapter: string;

  /** Where it is not the notice's: the increase of an amended notice has a date of its own (F6). */
  @Optional()
  @DateText()
  readonly dueDate?: string;

  /** Noted on the certificate as a debt (ghi nợ) instead of being due (F19). */
  @Optional()
  @Flag()
  readonly deferred?: boolean;
}
