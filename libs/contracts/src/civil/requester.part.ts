import { OneOf, Optional, Part, Personal, PersonalNumber, Text } from '@lienthong/envelope';
import { PHONE } from '../patterns';
import { EMAIL } from './civil-patterns';
import { type Relation, relations } from './civil-words';
import { IdentityPaper } from './identity-paper.part';

/** Who asks for the act (người yêu cầu). */
export class Requester {
  @Personal()
  @Text({ max: 120 })
  readonly name: string;

  @OneOf(relations)
  readonly relation: Relation;

  @Optional()
  @Personal()
  @PersonalNumber()
  readonly personalIdentificationNumber?: string;

  @Optional()
  @Part(() => IdentityPaper)
  readonly identityPaper?: IdentityPaper;

  @Optional()
  @Personal()
  @Text({ max: 20, pattern: PHONE })
  readonly phone?: string;

  @Optional()
  @Personal()
  @Text({ max: 120, pattern: EMAIL })
  readonly email?: string;
}
