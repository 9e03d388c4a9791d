import { DateText, OneOf, Optional, Part, Personal, PersonalNumber, Text } from '@lienthong/envelope';
import { DATE_OR_YEAR, TIME_OF_DAY } from './civil-patterns';
import { type Sex, sexes } from './civil-words';
import { IdentityPaper } from './identity-paper.part';
import { Place } from './place.part';

/** The person who has died (người chết). */
export class Deceased {
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
  @Text({ max: 40 })
  readonly ethnicity: string;

  @Personal()
  @Text({ max: 60 })
  readonly nationality: string;

  @Optional()
  @Part(() => Place)
  readonly residence?: Place;

  @Optional()
  @Personal()
  @PersonalNumber()
  readonly personalIdentificationNumber?: string;

  @Optional()
  @Part(() => IdentityPaper)
  readonly identityPaper?: IdentityPaper;

  @Personal()
  @DateText()
  readonly diedOn: string;

  @Optional()
  @Personal()
  @Text({ max: 5, pattern: TIME_OF_DAY })
  readonly diedAtTime?: string;

  @Personal()
  @Text({ max: 300 })
  readonly deathPlace: string;

  @Optional()
  @Personal()
  @Text({ max: 300 })
  readonly cause?: string;
}
