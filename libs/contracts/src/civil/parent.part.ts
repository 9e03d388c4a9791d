import { Flag, Optional, Part, Personal, PersonalNumber, Text } from '@lienthong/envelope';
import { DATE_OR_YEAR } from './civil-patterns';
import { IdentityPaper } from './identity-paper.part';
import { Place } from './place.part';

/** Mother or father (cha, mẹ) as the declaration names them; the father may be absent (NĐ 123/2015 Đ15). */
export class Parent {
  @Personal()
  @Text({ max: 120 })
  readonly name: string;

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

  /** Whether the population database has confirmed the data (XacThucThongTin). */
  @Optional()
  @Flag()
  readonly verified?: boolean;
}
