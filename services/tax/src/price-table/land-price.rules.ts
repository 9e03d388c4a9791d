import { Fraction, type LocalDate } from '@lienthong/kernel';
import type { PriceRow } from '@lienthong/contracts';
import { taxErrors } from '../tax.errors';

/** Where a price holds: commune, purpose of use and position of the price table. */
export interface Place {
  readonly communeCode: string;
  readonly purpose: string;
  readonly position: string;
}

/** Commune code and purpose have fixed lengths, so the key is unambiguous whatever the position holds. */
export function placeKey({ communeCode, purpose, position }: Place): string {
  return `${communeCode}|${purpose}|${position}`;
}

/** Same facts, however the decimals are written. */
export function samePriceRow(a: PriceRow, b: PriceRow): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.decision === b.decision &&
    BigInt(a.pricePerSquareMetreDong) === BigInt(b.pricePerSquareMetreDong) &&
    Fraction.parse(a.adjustmentCoefficient).equals(Fraction.parse(b.adjustmentCoefficient))
  );
}

/** The row in force on a day; a later decision takes over from an earlier one that was left open-ended. */
export function priceRowInForce(rows: readonly PriceRow[], on: LocalDate): PriceRow | undefined {
  return rows
    .filter((row) => row.from <= on && (row.to === undefined || row.to >= on))
    .reduce<PriceRow | undefined>((latest, row) => (latest && latest.from >= row.from ? latest : row), undefined);
}

/** Adds a row to the rows of a place; the same row again changes nothing, the same first day with other values is refused. */
export function withPriceRow(rows: readonly PriceRow[], row: PriceRow, key: string): readonly PriceRow[] {
  if (row.to !== undefined && row.to < row.from)
    throw taxErrors.PRICE_ROW_PERIOD_INVALID({ key: `${key}|${row.from}` });
  const known = rows.find((other) => other.from === row.from);
  if (!known) return [...rows, row].sort((a, b) => (a.from < b.from ? -1 : 1));
  if (!samePriceRow(known, row)) throw taxErrors.PRICE_ROW_DIFFERS({ key: `${key}|${row.from}` });
  return rows;
}
