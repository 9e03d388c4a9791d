import { dong, Fraction } from '@lienthong/kernel';
import type {
  BuildingPart,
  ExemptionClaim,
  Holder,
  LandPart,
  PropertyChange,
  StatedPrice,
} from '../charges/property-change.state';
import { taxErrors } from '../tax.errors';
import type { CalculateChangeRequest } from './calculate-change.request';
import type { ClaimRequest } from './claim.request';
import type { BuildingRequest, HolderRequest, LandRequest, PriceRequest } from './property.request'; // prettier-ignore

/** What an officer asked for, in the terms of the charges. */
export function changeOfRequest(request: CalculateChangeRequest): PropertyChange {
  const { kind, registeredOn, declaredOn, contractEffectiveOn, price, openDeferredDong } = request;
  return {
    kind,
    givers: request.givers.map(holder),
    receivers: request.receivers.map(holder),
    land: request.land.map(land),
    buildings: (request.buildings ?? []).map(building),
    ...(price && { price: statedPrice(price) }),
    ...(contractEffectiveOn !== undefined && { contractEffectiveOn }),
    ...(openDeferredDong !== undefined && { openDeferredDong: dong(openDeferredDong) }),
    buyerPaysSellersTax: request.buyerPaysSellersTax ?? false,
    registeredOn,
    declaredOn,
    slipOn: declaredOn,
    claims: (request.claims ?? []).map(statedClaim),
  };
}

function holder({ number, share, resident }: HolderRequest): Holder {
  return {
    number,
    name: number,
    ...(share !== undefined && { share: Fraction.parse(share) }),
    ...(resident !== undefined && { resident }),
  };
}

function land({ allocationCoefficient: allocation, leaseYears, areaSquareMetres, ...part }: LandRequest): LandPart {
  return {
    ...part,
    areaSquareMetres: Fraction.parse(areaSquareMetres),
    ...(allocation !== undefined && { allocationCoefficient: Fraction.parse(allocation) }),
    ...(leaseYears !== undefined && { leaseYears: BigInt(leaseYears) }),
  };
}

function building({ floorAreaSquareMetres, qualityPercent, contributed, ...part }: BuildingRequest): BuildingPart {
  return {
    ...part,
    floorAreaSquareMetres: Fraction.parse(floorAreaSquareMetres),
    quality: Fraction.of(BigInt(qualityPercent), 100n),
    ...(contributed !== undefined && { contributed: Fraction.parse(contributed) }),
  };
}

function statedPrice({ totalDong, landDong, buildingDong, decisive }: PriceRequest): StatedPrice {
  return {
    totalDong: dong(totalDong),
    ...(landDong !== undefined && { landDong: dong(landDong) }),
    ...(buildingDong !== undefined && { buildingDong: dong(buildingDong) }),
    ...(decisive !== undefined && { decisive }),
  };
}

/** A claim that lacks what its ground asks for is refused, never completed by guess. */
export function statedClaim(request: ClaimRequest): ExemptionClaim {
  const { ground, person } = request;
  switch (ground) {
    case 'close-kin':
      return { ground, person, ...stated(request, ['relative', 'relation', 'proof']) };
    case 'divorce':
    case 'fee-deferral':
      return { ground, person, ...stated(request, ['proof']) };
    case 'sole-home':
      return { ground, person, ...stated(request, ['otherHomes', 'futureHomes', 'heldSince', 'wholeProperty']) };
    case 'state-allocation':
      return { ground, person };
    case 'farm-land-exchange':
      return { ground, person, ...stated(request, ['purposeUnchanged', 'directProducer']) };
    case 'registration-fee':
      return { ground, person, ...stated(request, ['code', 'proof']) };
  }
}

type Stated<K extends keyof ClaimRequest> = { readonly [F in K]-?: NonNullable<ClaimRequest[F]> };

function stated<K extends keyof ClaimRequest>(request: ClaimRequest, fields: readonly K[]): Stated<K> {
  const missing = fields.filter((field) => request[field] === undefined);
  if (missing.length > 0) throw taxErrors.CLAIM_INCOMPLETE({ ground: request.ground, missing: missing.join(', ') });
  return Object.fromEntries(fields.map((field) => [field, request[field]])) as Stated<K>;
}
