import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, OneOf, Personal, PersonalNumber, Text } from '@lienthong/envelope';

/** A payable item of which something is still open after its due date (quá hạn). */
export class OverdueItem {
  @Text({ max: 32 })
  readonly payableItemId: string;

  @Text({ max: 60 })
  readonly noticeNumber: string;

  @OneOf(['seller', 'buyer'] as const)
  readonly payer: 'seller' | 'buyer';

  @Personal()
  @PersonalNumber()
  readonly payerNumber: string;

  /** What is still to pay. */
  @DongAmount()
  readonly openDong: DongText;

  @DateText()
  readonly dueDate: string;
}
