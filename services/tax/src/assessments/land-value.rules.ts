import { Fraction, type LocalDate } from '@lienthong/kernel';
import type { SlipParcel } from '@lienthong/contracts';
import { priceRowInForce } from '../price-table/land-price.rules';
import { taxErrors } from '../tax.errors';

/** The coefficient that adjusts table prices counts for income tax only (corrections row 18). */
export type Adjustment = 'adjusted' | 'unadjusted';

/** Value of each parcel by the price table of a day: area × price (× adjustment coefficient), exact. */
export function landValues(parcels: readonly SlipParcel[], on: LocalDate, adjustment: Adjustment): readonly Fraction[] {
  return parcels.map((parcel) => {
    const row = priceRowInForce(parcel.priceRows, on);
    if (!row) throw taxErrors.PRICE_ROW_MISSING({ on });
    const value = Fraction.parse(parcel.areaSquareMetres).times(Fraction.parse(row.pricePerSquareMetreDong));
    return adjustment === 'adjusted' ? value.times(Fraction.parse(row.adjustmentCoefficient)) : value;
  });
}

export function sum(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((total, fraction) => total.plus(fraction), Fraction.of(0n));
}

export function higher(a: Fraction, b: Fraction): Fraction {
  return a.compare(b) >= 0 ? a : b;
}
