import { DateText, OneOf, Part, Personal, Text, Whole } from '@lienthong/envelope';
import { type Sex, sexes } from './civil-words';
import { Place } from './place.part';

/** The child whose birth is declared (người được khai sinh). */
export class Child {
  @Personal()
  @Text({ max: 120 })
  readonly name: string;

  @Personal()
  @OneOf(sexes)
  readonly sex: Sex;

  @Personal()
  @DateText()
  readonly birthDate: string;

  /** 1, or the place among twins: with the birth notification number it makes the child one (O §4.5). */
  @Whole({ min: 1, max: 9 })
  readonly birthOrder: number;

  @Part(() => Place)
  readonly birthPlace: Place;

  /** Quê quán. */
  @Personal()
  @Text({ max: 200 })
  readonly nativePlace: string;

  @Personal()
  @Text({ max: 40 })
  readonly ethnicity: string;

  @Personal()
  @Text({ max: 60 })
  readonly nationality: string;
}
