import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, OneOf, Optional, Personal, PersonalNumber, Text } from '@lienthong/envelope';
import type { NoticedRevenue } from './noticed-revenues.data';

/** What one party has to pay, as the one-stop desk tells it to that party (kết quả thuế). */
export class TaxResult {
  @OneOf(['seller', 'buyer'] as const)
  readonly payer: 'seller' | 'buyer';

  @Personal()
  @PersonalNumber()
  readonly payerNumber: string;

  @Personal()
  @Text({ max: 120 })
  readonly payerName: string;

  /** Version 1 names the first two. */
  @OneOf(['personal-income-tax', 'registration-fee'] as const)
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
