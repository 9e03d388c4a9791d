import { DateText, OneOf, Personal, Text } from '@lienthong/envelope';

/** Consent to a residence: of the head of household, of the owner of the dwelling, or of a parent (ý kiến). */
export class Opinion {
  @OneOf(['household-head', 'dwelling-owner', 'parent'] as const)
  readonly by: 'household-head' | 'dwelling-owner' | 'parent';

  @Personal()
  @Text({ max: 120 })
  readonly name: string;

  @DateText()
  readonly agreedOn: string;
}
