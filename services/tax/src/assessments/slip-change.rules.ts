import { dong, Fraction, type LocalDate } from '@lienthong/kernel';
import type { Party, SlipParcel, TransferSlipSentV1 } from '@lienthong/contracts';
import type { Holder, LandPart, PropertyChange } from '../charges/property-change.state';

export type AssessedSlip = Pick<
  TransferSlipSentV1,
  'dossierCode' | 'changeKind' | 'contract' | 'parcels' | 'sellers' | 'buyers' | 'registeredOn'
>;

/** The days of a slip as it was taken: the day of declaring and the day on which the slip came. */
export interface SlipDays {
  readonly declaredOn: LocalDate;
  readonly receivedOn: LocalDate;
}

/** What a transfer slip says, in the terms of the charges. */
export function changeOfSlip(slip: AssessedSlip, { declaredOn, receivedOn }: SlipDays): PropertyChange {
  const { contract } = slip;
  return {
    kind: slip.changeKind,
    givers: slip.sellers.map(holder),
    receivers: slip.buyers.map(holder),
    land: slip.parcels.map(landPart),
    buildings: [],
    price: { totalDong: dong(contract.totalDong) },
    contractEffectiveOn: contract.effectiveDate,
    buyerPaysSellersTax: contract.buyerPaysSellersTax,
    registeredOn: slip.registeredOn,
    declaredOn,
    slipOn: receivedOn,
    claims: [],
  };
}

function holder({ personalIdentificationNumber, name, share }: Party): Holder {
  return { number: personalIdentificationNumber, name, share: Fraction.parse(share) };
}

function landPart({ communeCode, mapSheet, parcelNumber, purpose, areaSquareMetres, priceRows }: SlipParcel): LandPart {
  return {
    parcel: `${communeCode}|${mapSheet}|${parcelNumber}`,
    purpose,
    areaSquareMetres: Fraction.parse(areaSquareMetres),
    priceRows,
  };
}
