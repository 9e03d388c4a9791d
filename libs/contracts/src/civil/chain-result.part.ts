import { DateText, DongAmount, OneOf, Optional, Personal, PersonalNumber, Text, Whole } from '@lienthong/envelope';
import type { DongText } from '@lienthong/kernel';

/** One result that the citizen gets at the end of a chain. */
export class ChainResult {
  @OneOf([
    'birth-certificate',
    'residence',
    'health-card',
    'death-extract',
    'residence-deregistration',
    'benefits-stop',
    'funeral-support',
  ] as const)
  readonly kind:
    | 'birth-certificate'
    | 'residence'
    | 'health-card'
    | 'death-extract'
    | 'residence-deregistration'
    | 'benefits-stop'
    | 'funeral-support';

  /** Of the register entry, notice, card or decision. */
  @Personal()
  @Text({ max: 60 })
  readonly number: string;

  @DateText()
  readonly issuedOn: string;

  @Optional()
  @Text({ max: 30 })
  readonly book?: string;

  @Optional()
  @Whole({ min: 1, max: 100_000 })
  readonly page?: number;

  @Optional()
  @Personal()
  @PersonalNumber()
  readonly personalIdentificationNumber?: string;

  @Optional()
  @DateText()
  readonly validTo?: string;

  @Optional()
  @DongAmount()
  readonly amountDong?: DongText;

  @Optional()
  @Whole({ min: 0, max: 20 })
  readonly copies?: number;
}
