import type { LocalDate } from '@lienthong/kernel';
import { taxErrors } from '../tax.errors';

/** A rule of law as data: from when to when, by which source, and whether the text was read or is our reading. */
export interface DatedRow<V> {
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly value: V;
  readonly source: string;
  readonly trust: 'found' | 'reading';
}

export function rowInForce<V>(rule: string, rows: readonly DatedRow<V>[], on: LocalDate): DatedRow<V> {
  const row = rows.find(({ from, to }) => from <= on && (to === undefined || to >= on));
  if (!row) throw taxErrors.LEGAL_ROW_MISSING({ rule, on });
  return row;
}
