import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, Optional, Text } from '@lienthong/envelope';

/** A payable item whose payment the law defers (ghi nợ): it stands on the certificate until its note is removed (F19). */
export class DeferredItem {
  @Text({ max: 32 })
  readonly payableItemId: string;

  @Text({ max: 60 })
  readonly noticeNumber: string;

  @DongAmount()
  readonly amountDong: DongText;

  /** Căn cứ ghi nợ. */
  @Text({ max: 500 })
  readonly legalBasis: string;

  /** Until when it is deferred, where the notice says it. */
  @Optional()
  @DateText()
  readonly dueDate?: string;
}
