import { DateText, ListOf, OneOf, Personal, Text } from '@lienthong/envelope';
import { type Correctable, correctable } from './correct-birth.rules';

export class ChangeRequest {
  @OneOf(correctable)
  readonly field: Correctable;

  @Personal()
  @Text({ max: 200 })
  readonly after: string;
}

/** A decision on the correction of a registered birth. */
export class CorrectBirthRequest {
  @Text({ max: 60 })
  readonly decisionNumber: string;

  @DateText()
  readonly decidedOn: string;

  @ListOf(() => ChangeRequest, { min: 1, max: 6 })
  readonly changes: readonly ChangeRequest[];
}

/** A decision of the competent authority that cancels a registered death: no software does so by itself. */
export class RevokeDeathRequest {
  @Text({ max: 60 })
  readonly decisionNumber: string;

  @DateText()
  readonly revokedOn: string;

  @Text({ max: 1000 })
  readonly reason: string;
}
