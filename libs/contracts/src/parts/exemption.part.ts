import type { DongText } from '@lienthong/kernel';
import { DongAmount, ListOfText, OneOf, Personal, PersonalNumber } from '@lienthong/envelope';

/** What one person need not pay of one kind of revenue (miễn thuế, miễn lệ phí), and by which rule. */
export class Exemption {
  @OneOf(['personal-income-tax', 'registration-fee'] as const)
  readonly kind: 'personal-income-tax' | 'registration-fee';

  @OneOf(['seller', 'buyer'] as const)
  readonly payer: 'seller' | 'buyer';

  @Personal()
  @PersonalNumber()
  readonly payerNumber: string;

  @DongAmount()
  readonly exemptDong: DongText;

  /** Căn cứ pháp lý: the rows of law that were applied. */
  @ListOfText({ max: 10, maxLength: 300, min: 0 })
  readonly legalBasis: readonly string[];
}
