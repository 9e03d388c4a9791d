import { Optional, Personal, Text } from '@lienthong/envelope';
import { COMMUNE_CODE } from '../patterns';
import { PROVINCE_CODE } from './civil-patterns';

/** A place (nơi sinh, nơi cư trú): codes where it lies in Vietnam, words where it does not. */
export class Place {
  @Optional()
  @Text({ max: 2, pattern: PROVINCE_CODE })
  readonly provinceCode?: string;

  @Optional()
  @Text({ max: 5, pattern: COMMUNE_CODE })
  readonly communeCode?: string;

  /** House, street, hamlet, or the hospital. */
  @Optional()
  @Personal()
  @Text({ max: 300 })
  readonly detail?: string;

  /** Country, for a place abroad. */
  @Optional()
  @Text({ max: 60 })
  readonly country?: string;
}
