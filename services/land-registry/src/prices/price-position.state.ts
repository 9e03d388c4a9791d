import type { PriceRow } from '@lienthong/contracts';
import type { RecordEntry } from '../parcels/parcel.state';

export interface PriceEntry extends RecordEntry {
  readonly from: string;
}

/** All dated rows of one position of the price table; rows are added, never changed. */
export interface PricePosition {
  /** communeCode|purpose|position */
  readonly key: string;
  readonly communeCode: string;
  readonly purpose: string;
  readonly position: string;
  readonly rows: readonly PriceRow[];
  /** Who entered the row that begins on a day, and when. */
  readonly entries?: readonly PriceEntry[];
}

export function pricePositionKey(place: {
  readonly communeCode: string;
  readonly purpose: string;
  readonly position: string;
}): string {
  return `${place.communeCode}|${place.purpose}|${place.position}`;
}
