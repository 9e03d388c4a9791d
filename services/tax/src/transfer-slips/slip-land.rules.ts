import type { SlipLand, TransferSlipSentV2 } from '@lienthong/contracts';
import { type Place, placeKey } from '../price-table/land-price.rules';

/** Land of one purpose in one parcel of a slip, with the price rows that the slip states for it. */
export interface SlipPlace
  extends
    Place,
    Pick<
      SlipLand,
      'mapSheet' | 'parcelNumber' | 'areaSquareMetres' | 'priceRows' | 'allocationCoefficient' | 'formerUse'
    > {}

/** Every purpose of every parcel by itself; a parcel that names no purposes has the one of its register. */
export function placesOf({ parcels }: Pick<TransferSlipSentV2, 'parcels'>): readonly SlipPlace[] {
  return parcels.flatMap(({ purposes, ...parcel }) =>
    purposes
      ? purposes.map(({ purpose, areaSquareMetres, priceRows }) => ({
          ...parcel,
          purpose,
          areaSquareMetres,
          priceRows: priceRows ?? parcel.priceRows,
        }))
      : [parcel],
  );
}

/** What the land was used as before a change of purpose, priced like any other place. */
export function formerPlacesOf({ parcels }: Pick<TransferSlipSentV2, 'parcels'>): readonly SlipPlace[] {
  return parcels.flatMap(({ formerUse, ...parcel }) => (formerUse ? [{ ...parcel, ...formerUse }] : []));
}

/** Every place of which a slip states price rows. */
export function pricedPlacesOf(slip: Pick<TransferSlipSentV2, 'parcels'>): readonly SlipPlace[] {
  return [...placesOf(slip), ...formerPlacesOf(slip)];
}

/** Keys of our own price table that a slip needs. */
export function placeKeysOf(slip: Pick<TransferSlipSentV2, 'parcels'>): readonly string[] {
  return [...new Set(pricedPlacesOf(slip).map(placeKey))];
}
