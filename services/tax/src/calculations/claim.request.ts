import { DateText, Flag, OneOf, Optional, Personal, Text, Whole } from '@lienthong/envelope';
import type { Proof } from '../charges/property-change.state';
import { type FeeExemptionCode, feeExemptionCodes } from '../law/fee-exemptions.data';
import { type CloseKinRelation, closeKinRelations } from '../law/kinship.data';

export const claimGrounds = [
  'close-kin',
  'divorce',
  'sole-home',
  'state-allocation',
  'farm-land-exchange',
  'registration-fee',
  'fee-deferral',
] as const;

/** A claimed exemption; which of the optional fields it needs depends on its ground. */
export class ClaimRequest {
  @OneOf(claimGrounds)
  readonly ground: (typeof claimGrounds)[number];

  @Personal()
  @Text({ max: 20 })
  readonly person: string;

  @Optional()
  @Personal()
  @Text({ max: 20 })
  readonly relative?: string;

  @Optional()
  @Personal()
  @OneOf(closeKinRelations)
  readonly relation?: CloseKinRelation;

  @Optional()
  @OneOf(['database', 'papers', 'none'] as const)
  readonly proof?: Proof;

  @Optional()
  @Whole({ min: 0, max: 99 })
  readonly otherHomes?: number;

  @Optional()
  @Whole({ min: 0, max: 99 })
  readonly futureHomes?: number;

  /** Day of the first certificate. */
  @Optional()
  @DateText()
  readonly heldSince?: string;

  @Optional()
  @Flag()
  readonly wholeProperty?: boolean;

  @Optional()
  @Flag()
  readonly purposeUnchanged?: boolean;

  @Optional()
  @Flag()
  readonly directProducer?: boolean;

  @Optional()
  @OneOf(feeExemptionCodes)
  readonly code?: FeeExemptionCode;
}
