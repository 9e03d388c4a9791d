import type { PriceRow } from '@lienthong/contracts';
import { Fraction, type LocalDate } from '@lienthong/kernel';
import type { PricePosition } from './price-position.state';

export function isInForce(row: PriceRow, on: LocalDate): boolean {
  return row.from <= on && (row.to === undefined || on <= row.to);
}

/** Every row whose period touches one of the dates, oldest first: income tax and fee may look at different days (P6, L2). */
export function rowsTouching(rows: readonly PriceRow[], dates: readonly LocalDate[]): readonly PriceRow[] {
  return rows.filter((row) => dates.some((on) => isInForce(row, on))).sort((a, b) => (a.from < b.from ? -1 : 1));
}

export type RowAddition =
  | { readonly kind: 'added'; readonly position: PricePosition }
  | { readonly kind: 'known' }
  | { readonly kind: 'differs' }
  | { readonly kind: 'overlaps'; readonly with: PriceRow };

/** Adds a row to its position: the same row again is known, other values or an overlapping period are refused. */
export function addRow(position: PricePosition, row: PriceRow): RowAddition {
  const known = position.rows.find(({ from }) => from === row.from);
  if (known) return sameRow(known, row) ? { kind: 'known' } : { kind: 'differs' };
  const other = position.rows.find((existing) => overlaps(existing, row));
  if (other) return { kind: 'overlaps', with: other };
  return { kind: 'added', position: { ...position, rows: [...position.rows, row] } };
}

function overlaps(a: PriceRow, b: PriceRow): boolean {
  return (b.to === undefined || a.from <= b.to) && (a.to === undefined || b.from <= a.to);
}

function sameRow(a: PriceRow, b: PriceRow): boolean {
  return (
    a.to === b.to &&
    a.pricePerSquareMetreDong === b.pricePerSquareMetreDong &&
    a.decision === b.decision &&
    Fraction.parse(a.adjustmentCoefficient).equals(Fraction.parse(b.adjustmentCoefficient))
  );
}
