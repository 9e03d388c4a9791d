import type { LandRequest, PriceRow } from '@lienthong/contracts';
import { dong, type LocalDate } from '@lienthong/kernel';
import { isInForce } from '../prices/price-position.rules';
import { type PricePosition, pricePositionKey } from '../prices/price-position.state';
import { changesThatNeedPermission, groupOfPurpose, groupsWithFee } from './purpose-changes.data';

/** A change that is not listed as free of permission is not registered: an unknown code needs one too. */
export function needsPermission(from: string, to: string): boolean {
  const [before, after] = [groupOfPurpose[from], groupOfPurpose[to]];
  if (before === undefined || after === undefined) return true;
  return changesThatNeedPermission.some((row) => row.from === before && row.to.includes(after));
}

/** Where the price rows of a request's parcels lie: for the purpose that they have, and for the new one. */
export function pricePlaces({ parcels, purposeChange }: LandRequest): readonly string[] {
  if (!purposeChange) return [];
  const { newPurpose: purpose, newPosition: position } = purposeChange;
  return parcels.flatMap((parcel) => [pricePositionKey(parcel), pricePositionKey({ ...parcel, purpose, position })]);
}

/**
 * Whether the tax office has to compute: the new purpose is one for which a fee is paid, and its table price is the higher.
 * The land office looks at the prices; what is owed is the tax office's to say.
 */
export function isMoneyDue(
  { parcels, purposeChange }: LandRequest,
  prices: ReadonlyMap<string, PricePosition>,
  on: LocalDate,
): boolean {
  if (!purposeChange) return false;
  const { newPurpose: purpose, newPosition: position } = purposeChange;
  const group = groupOfPurpose[purpose];
  if (group === undefined || !groupsWithFee.includes(group)) return false;
  return parcels.some((parcel) => {
    const before = priceOn(prices.get(pricePositionKey(parcel))?.rows, on);
    const after = priceOn(prices.get(pricePositionKey({ ...parcel, purpose, position }))?.rows, on);
    return after !== undefined && (before === undefined || after > before);
  });
}

function priceOn(rows: readonly PriceRow[] | undefined, on: LocalDate): bigint | undefined {
  const row = rows?.find((known) => isInForce(known, on));
  return row && dong(row.pricePerSquareMetreDong);
}
