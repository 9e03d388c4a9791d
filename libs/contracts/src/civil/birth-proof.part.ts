import { DateText, OneOf, Optional, Part, Text } from '@lienthong/envelope';
import { Paper } from './paper.part';

/** What proves the birth: the notification of the hospital (giấy chứng sinh) or what takes its place. */
export class BirthProof {
  @OneOf(['birth-notification', 'witness-paper', 'own-statement', 'abandoned-child-record'] as const)
  readonly kind: 'birth-notification' | 'witness-paper' | 'own-statement' | 'abandoned-child-record';

  @Optional()
  @Text({ max: 40 })
  readonly number?: string;

  @Optional()
  @DateText()
  readonly issuedOn?: string;

  @Optional()
  @Text({ max: 200 })
  readonly issuedBy?: string;

  @Optional()
  @Part(() => Paper)
  readonly surrogacyProof?: Paper;
}
