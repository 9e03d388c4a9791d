import { DateText, DongAmount, Flag, ListOf, OneOf, Optional, Part } from '@lienthong/envelope';
import { type ChangeKind, changeKinds } from '../charges/property-change.state';
import { ClaimRequest } from './claim.request';
import { BuildingRequest, HolderRequest, LandRequest, PriceRequest } from './property.request';

/** A change of a property whose charges are estimated. */
export class CalculateChangeRequest {
  @OneOf(changeKinds)
  readonly kind: ChangeKind;

  @ListOf(() => HolderRequest, { min: 0, max: 50 })
  readonly givers: readonly HolderRequest[];

  @ListOf(() => HolderRequest, { max: 50 })
  readonly receivers: readonly HolderRequest[];

  @ListOf(() => LandRequest, { min: 0, max: 50 })
  readonly land: readonly LandRequest[];

  @Optional()
  @ListOf(() => BuildingRequest, { min: 0, max: 50 })
  readonly buildings?: readonly BuildingRequest[];

  @Optional()
  @Part(() => PriceRequest)
  readonly price?: PriceRequest;

  @Optional()
  @DateText()
  readonly contractEffectiveOn?: string;

  @Optional()
  @Flag()
  readonly buyerPaysSellersTax?: boolean;

  @DateText()
  readonly registeredOn: string;

  @DateText()
  readonly declaredOn: string;

  /** What is still deferred on the certificate. */
  @Optional()
  @DongAmount()
  readonly openDeferredDong?: string;

  @Optional()
  @ListOf(() => ClaimRequest, { min: 0, max: 200 })
  readonly claims?: readonly ClaimRequest[];
}
