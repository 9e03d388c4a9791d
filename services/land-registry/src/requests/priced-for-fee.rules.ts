import type { DossierForwardedV1, LandParcel, LandRequest, PriceRow, SlipLand } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import { type CheckFault, priceRowMissing, type Register, registeringDate } from '../dossiers/check-dossier.rules';
import { isInForce, rowsTouching } from '../prices/price-position.rules';
import { pricePositionKey } from '../prices/price-position.state';

export interface PricedForFee {
  readonly parcels: readonly SlipLand[];
  readonly faults: readonly CheckFault[];
}

/** The parcels of a change of purpose as its slip states them: the use from now on and the one until now, each with its price (R6). */
export function pricedForFee(content: DossierForwardedV1, request: LandRequest, register: Register): PricedForFee {
  const { purposeChange } = request;
  if (!purposeChange) return { parcels: [], faults: [] };
  const { newPurpose: purpose, newPosition: position } = purposeChange;
  const on = registeringDate(content);
  const priced = request.parcels.map((parcel): SlipLand => {
    const next = { ...parcel, purpose, position };
    const formerUse = { purpose: parcel.purpose, position: parcel.position, priceRows: rowsOn(parcel, register, on) };
    return { ...next, priceRows: rowsOn(next, register, on), formerUse };
  });
  const faults = priced.flatMap((parcel) =>
    [parcel, { ...parcel, ...parcel.formerUse }]
      .filter(({ priceRows }) => !priceRows.some((row) => isInForce(row, on)))
      .map((place) => priceRowMissing(place, on)),
  );
  return { parcels: priced, faults };
}

function rowsOn(place: LandParcel, { prices }: Register, on: LocalDate): readonly PriceRow[] {
  return rowsTouching(prices.get(pricePositionKey(place))?.rows ?? [], [on]);
}
