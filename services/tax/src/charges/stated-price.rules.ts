import { Fraction } from '@lienthong/kernel';
import { taxErrors } from '../tax.errors';
import { higher } from './fractions.rules';
import type { StatedPrice } from './property-change.state';
import type { PropertyValue } from './property-value.rules';

interface PriceParts {
  readonly land: Fraction;
  readonly building: Fraction;
}

/** What a charge is computed from, land and buildings apart when they were compared apart. */
export interface ComparedPrice {
  readonly base: Fraction;
  readonly parts?: PriceParts;
}

/** P2, P3, L2: part by part, the stated price or the table's value where that is higher. */
export function comparedByComponent(price: StatedPrice | undefined, value: PropertyValue): ComparedPrice {
  const stated = price && partsOf(price);
  if (!stated) return comparedByTotal(price, value);
  const parts = { land: higher(stated.land, value.land), building: higher(stated.building, value.building) };
  return { base: parts.land.plus(parts.building), parts };
}

/** Corrections row 4: a price that is stated in total only is compared with the total of the table. */
export function comparedByTotal(price: StatedPrice | undefined, value: PropertyValue): ComparedPrice {
  const table = value.land.plus(value.building);
  return { base: price ? higher(Fraction.of(price.totalDong), table) : table };
}

/** Reading (k): parts add up to the total; a part that is not stated is what the other one leaves. */
function partsOf({ totalDong, landDong, buildingDong }: StatedPrice): PriceParts | undefined {
  if (landDong === undefined && buildingDong === undefined) return undefined;
  const land = landDong ?? totalDong - (buildingDong ?? 0n);
  const building = buildingDong ?? totalDong - land;
  if (land < 0n || building < 0n || land + building !== totalDong) {
    throw taxErrors.PRICE_PARTS_DIFFER({ total: totalDong.toString() });
  }
  return { land: Fraction.of(land), building: Fraction.of(building) };
}
