import { type Relation, relations, type Sex, sexes } from '@lienthong/contracts';
import { DateText, OneOf, Optional, Personal, PersonalNumber, Text } from '@lienthong/envelope';

const COMMUNE_CODE = '^[0-9]{5}$';
const DATE_OR_YEAR = '^[0-9]{4}(-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01]))?$';

/** A line of the residence register as the police keep it. */
export class RegisterResidentRequest {
  @Personal()
  @PersonalNumber()
  readonly personalIdentificationNumber: string;

  @Text({ max: 5, pattern: COMMUNE_CODE })
  readonly communeCode: string;

  @Personal()
  @Text({ max: 120 })
  readonly name: string;

  @Personal()
  @OneOf(sexes)
  readonly sex: Sex;

  @Personal()
  @Text({ max: 10, pattern: DATE_OR_YEAR })
  readonly birthDate: string;

  @Personal()
  @Text({ max: 300 })
  readonly address: string;

  @Personal()
  @Text({ max: 120 })
  readonly householdHeadName: string;

  @Optional()
  @Personal()
  @PersonalNumber()
  readonly householdHeadNumber?: string;

  @Optional()
  @OneOf(relations)
  readonly relation?: Relation;

  @DateText()
  readonly registeredOn: string;
}
