import { DateText, OneOf, Optional, Personal, Text } from '@lienthong/envelope';

/** A paper that proves who somebody is (giấy tờ tùy thân). */
export class IdentityPaper {
  @OneOf(['citizen-card', 'identity-card', 'passport', 'birth-certificate', 'other'] as const)
  readonly kind: 'citizen-card' | 'identity-card' | 'passport' | 'birth-certificate' | 'other';

  @Personal()
  @Text({ max: 30 })
  readonly number: string;

  @Optional()
  @DateText()
  readonly issuedOn?: string;

  @Optional()
  @Text({ max: 200 })
  readonly issuedBy?: string;
}
