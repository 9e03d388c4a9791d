import type { LocalDate } from '@lienthong/kernel';
import { taxErrors } from '../tax.errors';

/** `found`: read in the text; `knowledge`: told, not checked against a text; `reading`: our choice where texts are silent. */
export type Trust = 'found' | 'knowledge' | 'reading';

/** A rule of law as data: from when to when, by which source, and how far the source can be trusted. */
export interface DatedRow<V> {
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly value: V;
  readonly source: string;
  readonly trust: Trust;
}

export function rowInForce<V>(rule: string, rows: readonly DatedRow<V>[], on: LocalDate): DatedRow<V> {
  const row = rows.find(({ from, to }) => from <= on && (to === undefined || to >= on));
  if (!row) throw taxErrors.LEGAL_ROW_MISSING({ rule, on });
  return row;
}

/** Whatever no text confirms is shown to officers as a reading, and an installation may set it otherwise. */
export function isReading({ trust }: { readonly trust: Trust }): boolean {
  return trust !== 'found';
}
