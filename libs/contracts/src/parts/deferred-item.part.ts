import type { DongText } from '@lienthong/kernel';
import { DongAmount, OneOf, Personal, PersonalNumber, Text } from '@lienthong/envelope';

/** A payable item that is noted on the certificate as a debt (ghi nợ) and not due now (F19). */
export class DeferredItem {
  @Text({ max: 32 })
  readonly payableItemId: string;

  @Text({ max: 60 })
  readonly noticeNumber: string;

  @OneOf(['personal-income-tax', 'registration-fee'] as const)
  readonly kind: 'personal-income-tax' | 'registration-fee';

  @Personal()
  @PersonalNumber()
  readonly payerNumber: string;

  @DongAmount()
  readonly amountDong: DongText;
}
