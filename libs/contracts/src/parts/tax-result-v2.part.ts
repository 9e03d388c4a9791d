import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, OneOf, Optional, Personal, PersonalNumber, Text } from '@lienthong/envelope';
import { NOTICED_REVENUES, type NoticedRevenue } from './noticed-revenues.data';

/** What one party has to pay (kết quả thuế), of a land-use fee too: one for each instalment. */
export class TaxResultV2 {
  @OneOf(['seller', 'buyer'] as const)
  readonly payer: 'seller' | 'buyer';

  @Personal()
  @PersonalNumber()
  readonly payerNumber: string;

  @Personal()
  @Text({ max: 120 })
  readonly payerName: string;

  @OneOf(NOTICED_REVENUES)
  readonly kind: NoticedRevenue;

  @Text({ max: 60 })
  readonly noticeNumber: string;

  @DongAmount()
  readonly amountDong: DongText;

  @DateText()
  readonly dueDate: string;

  /** Number of the notice that this one replaces (M22). */
  @Optional()
  @Text({ max: 60 })
  readonly replaces?: string;
}
