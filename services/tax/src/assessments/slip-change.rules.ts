import { dong, Fraction, type LocalDate } from '@lienthong/kernel';
import type { SlipBuilding, SlipPerson, TransferSlipSentV2 } from '@lienthong/contracts';
import type { BuildingPart, Holder, LandPart, PropertyChange, StatedPrice } from '../charges/property-change.state';
import { taxErrors } from '../tax.errors';
import { changeKindOf } from '../transfer-slips/slip-change-kinds.data';
import { claimsOfSlip } from '../transfer-slips/slip-claims.rules';
import { placesOf, type SlipPlace } from '../transfer-slips/slip-land.rules';
import { personNumber } from '../transfer-slips/slip-persons.rules';

export type AssessedSlip = Pick<
  TransferSlipSentV2,
  | 'dossierCode'
  | 'changeKind'
  | 'contract'
  | 'parcels'
  | 'buildings'
  | 'sellers'
  | 'buyers'
  | 'registeredOn'
  | 'claims'
  | 'deferrals'
  | 'deductions'
> & { readonly certificate?: TransferSlipSentV2['certificate']; readonly revenues?: readonly string[] };

/** The days of a slip as it was taken: the day of declaring and the day on which the slip came. */
export interface SlipDays {
  readonly declaredOn: LocalDate;
  readonly receivedOn: LocalDate;
}

/** What a transfer slip says, in the terms of the charges. */
export function changeOfSlip(slip: AssessedSlip, { declaredOn, receivedOn }: SlipDays): PropertyChange {
  const { contract, certificate, changeKind } = slip;
  const kind = changeKindOf(changeKind);
  if (!kind) throw taxErrors.CHANGE_NOT_ASSESSED({ changeKind });
  return {
    kind,
    givers: slip.sellers.map(holder),
    receivers: slip.buyers.map(holder),
    land: placesOf(slip).map(landPart),
    buildings: (slip.buildings ?? []).map(buildingPart),
    ...(contract && { price: statedPrice(contract), contractEffectiveOn: contract.effectiveDate }),
    ...(certificate?.openDeferredDong !== undefined && { openDeferredDong: dong(certificate.openDeferredDong) }),
    buyerPaysSellersTax: contract?.buyerPaysSellersTax ?? false,
    registeredOn: slip.registeredOn,
    declaredOn,
    slipOn: receivedOn,
    claims: claimsOfSlip(slip),
    ...(slip.deductions && { deductedDong: slip.deductions.reduce((sum, one) => sum + dong(one.amountDong), 0n) }),
  };
}

function holder(person: SlipPerson): Holder {
  const { name, share, resident } = person;
  const number = personNumber(person) ?? name;
  return { number, name, share: Fraction.parse(share), ...(resident !== undefined && { resident }) };
}

function statedPrice({ totalDong, landDong, buildingDong }: NonNullable<AssessedSlip['contract']>): StatedPrice {
  return {
    totalDong: dong(totalDong),
    ...(landDong !== undefined && { landDong: dong(landDong) }),
    ...(buildingDong !== undefined && { buildingDong: dong(buildingDong) }),
  };
}

function landPart({
  purpose,
  areaSquareMetres,
  priceRows,
  allocationCoefficient,
  formerUse,
  ...place
}: SlipPlace): LandPart {
  return {
    parcel: parcelKey(place),
    purpose,
    areaSquareMetres: Fraction.parse(areaSquareMetres),
    priceRows,
    ...(allocationCoefficient !== undefined && { allocationCoefficient: Fraction.parse(allocationCoefficient) }),
    ...(formerUse && { priceRowsBefore: formerUse.priceRows }),
  };
}

function buildingPart({
  floorAreaSquareMetres,
  priceRows,
  qualityPercent,
  contributed,
  ...place
}: SlipBuilding): BuildingPart {
  return {
    parcel: parcelKey(place),
    floorAreaSquareMetres: Fraction.parse(floorAreaSquareMetres),
    priceRows,
    quality: Fraction.of(BigInt(qualityPercent), 100n),
    ...(contributed !== undefined && { contributed: Fraction.parse(contributed) }),
  };
}

function parcelKey(place: {
  readonly communeCode: string;
  readonly mapSheet: string;
  readonly parcelNumber: string;
}): string {
  return `${place.communeCode}|${place.mapSheet}|${place.parcelNumber}`;
}
