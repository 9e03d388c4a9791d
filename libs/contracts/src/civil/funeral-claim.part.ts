import { Flag, OneOf, Optional, Personal, PersonalNumber, Text } from '@lienthong/envelope';
import { type Relation, relations } from './civil-words';

/** Who claims the funeral-cost support (hỗ trợ chi phí mai táng) and what is said about the deceased. */
export class FuneralClaim {
  @Personal()
  @Text({ max: 120 })
  readonly claimantName: string;

  @Optional()
  @Personal()
  @PersonalNumber()
  readonly claimantNumber?: string;

  @OneOf(relations)
  readonly relation: Relation;

  /** Whether the deceased received a monthly social pension or allowance. */
  @Flag()
  readonly receivesSocialPension: boolean;

  @Flag()
  readonly poorHousehold: boolean;

  @Optional()
  @Personal()
  @Text({ max: 40 })
  readonly account?: string;
}
