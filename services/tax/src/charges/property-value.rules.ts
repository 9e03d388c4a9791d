import { Fraction, type LocalDate } from '@lienthong/kernel';
import { rowInForce } from '../law/dated-row.rules';
import { fullLeaseYears } from '../law/rates.data';
import { priceRowInForce } from '../price-table/land-price.rules';
import { taxErrors } from '../tax.errors';
import { lower, sum, WHOLE } from './fractions.rules';
import type { BuildingPart, BuildingPriceRow, LandPart, PropertyChange } from './property-change.state';

/** The coefficient that adjusts table prices counts for income tax only (corrections row 18). */
export type Adjustment = 'adjusted' | 'unadjusted';

/** Value of a property by the tables of a day, exact: land and buildings apart, and of every parcel with its buildings. */
export interface PropertyValue {
  readonly land: Fraction;
  readonly building: Fraction;
  readonly parcels: readonly ParcelValue[];
}

export interface ParcelValue {
  readonly parcel: string;
  readonly land: Fraction;
  readonly building: Fraction;
}

export function propertyValue(
  { land, buildings }: Pick<PropertyChange, 'land' | 'buildings'>,
  on: LocalDate,
  adjustment: Adjustment,
): PropertyValue {
  const landOf = (part: LandPart): Fraction => landValue(part, on, adjustment);
  const buildingOf = (part: BuildingPart): Fraction => buildingValue(part, on);
  const keys = [...new Set([...land, ...buildings].map(({ parcel }) => parcel))];
  return {
    land: sum(land.map(landOf)),
    building: sum(buildings.map(buildingOf)),
    parcels: keys.map((key) => ({
      parcel: key,
      land: sum(land.filter(({ parcel }) => parcel === key).map(landOf)),
      building: sum(buildings.filter(({ parcel }) => parcel === key).map(buildingOf)),
    })),
  };
}

/** L3, L5, L7: area × price (× allocation) (× adjustment), and the part of a full lease that a lease paid at once lasts. */
function landValue(part: LandPart, on: LocalDate, adjustment: Adjustment): Fraction {
  const row = priceRowInForce(part.priceRows, on);
  if (!row) throw taxErrors.PRICE_ROW_MISSING({ on });
  const value = part.areaSquareMetres
    .times(Fraction.parse(row.pricePerSquareMetreDong))
    .times(part.allocationCoefficient ?? WHOLE)
    .times(leased(part, on));
  return adjustment === 'adjusted' ? value.times(Fraction.parse(row.adjustmentCoefficient)) : value;
}

function leased({ leaseYears }: LandPart, on: LocalDate): Fraction {
  if (leaseYears === undefined) return WHOLE;
  const full = rowInForce('L7', fullLeaseYears, on).value;
  return lower(Fraction.of(leaseYears, full), WHOLE);
}

/** L4, P3, P4: floor area × price of a new square metre × quality left, and for a future building the part contributed. */
function buildingValue(part: BuildingPart, on: LocalDate): Fraction {
  const row = buildingPriceInForce(part.priceRows, on);
  if (!row) throw taxErrors.PRICE_ROW_MISSING({ on });
  return part.floorAreaSquareMetres
    .times(Fraction.parse(row.pricePerSquareMetreDong))
    .times(part.quality)
    .times(part.contributed ?? WHOLE);
}

/** P3: the province's price where there is one, else that by the norms of the construction ministry; the latest row wins. */
function buildingPriceInForce(rows: readonly BuildingPriceRow[], on: LocalDate): BuildingPriceRow | undefined {
  const inForce = rows
    .filter(({ from, to }) => from <= on && (to === undefined || to >= on))
    .sort((a, b) => (a.from < b.from ? 1 : -1));
  return inForce.find(({ basis }) => basis === 'province') ?? inForce[0];
}
