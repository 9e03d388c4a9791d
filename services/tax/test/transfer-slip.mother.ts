import { dongText } from '@lienthong/kernel';
import {
  type PriceRow,
  type SlipContract,
  type SlipParcel,
  type SlipPerson,
  TransferSlipSentV1,
  TransferSlipSentV2,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';

/** A clean slip: worked example W2 (100 m² at 8,000,000, contract 500,000,000), with what a test wants changed. */
export function aSlip(changes: Partial<TransferSlipSentV2> = {}): TransferSlipSentV2 {
  return { ...messageOf(TransferSlipSentV2).example, ...changes };
}

export function aContract(totalDong: bigint, changes: Partial<SlipContract> = {}): SlipContract {
  return { ...messageOf(TransferSlipSentV1).example.contract, totalDong: dongText(totalDong), ...changes };
}

export function aPriceRow(pricePerSquareMetre: bigint, changes: Partial<PriceRow> = {}): PriceRow {
  const [row] = aSlip().parcels[0]?.priceRows ?? [];
  if (!row) throw new Error('the example slip has no price row');
  return { ...row, pricePerSquareMetreDong: dongText(pricePerSquareMetre), ...changes };
}

export function aParcel(areaSquareMetres: string, priceRows: readonly PriceRow[], parcelNumber = '312'): SlipParcel {
  const [parcel] = aSlip().parcels;
  if (!parcel) throw new Error('the example slip has no parcel');
  return { ...parcel, areaSquareMetres, priceRows, parcelNumber, position: `45-${parcelNumber}` };
}

/** Persons of one side with these shares. */
export function persons(shares: readonly string[]): readonly SlipPerson[] {
  const [seller] = aSlip().sellers;
  if (!seller) throw new Error('the example slip has no seller');
  return shares.map((share, i) => ({ ...seller, personalIdentificationNumber: `07519000000${i}`, share }));
}
