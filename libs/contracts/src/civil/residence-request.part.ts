import { ListOf, OneOf, Optional, Personal, PersonalNumber, Text } from '@lienthong/envelope';
import { COMMUNE_CODE } from '../patterns';
import { type Relation, relations } from './civil-words';
import { Opinion } from './opinion.part';

/** Request for permanent residence, form CT01. */
export class ResidenceRequest {
  @Text({ max: 5, pattern: COMMUNE_CODE })
  readonly communeCode: string;

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

  /** What the head of household is to the child. */
  @OneOf(relations)
  readonly relation: Relation;

  /** Whose permanent residence it is; elsewhere needs the opinion of the parents (NĐ 154/2024 Đ7). */
  @OneOf(['parents', 'guardian', 'elsewhere'] as const)
  readonly place: 'parents' | 'guardian' | 'elsewhere';

  @ListOf(() => Opinion, { min: 0, max: 5 })
  readonly opinions: readonly Opinion[];
}
