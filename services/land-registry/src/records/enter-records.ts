import { officeFor } from '@lienthong/contracts';
import { type FieldFault, instantText, type LocalDate } from '@lienthong/kernel';
import { type Actor, requireOffice } from '@lienthong/service-host';
import { landErrors } from '../land-registry.errors';
import type { RecordEntry } from '../parcels/parcel.state';

/** What became of one record; a record that contradicts a stored one says how. */
export type Entry = 'added' | 'known' | Omit<FieldFault, 'path'>;

export interface Records<R> {
  /** The field of the request that holds the records. */
  readonly field: string;
  readonly records: readonly R[];
  /** What is wrong with the records by themselves. */
  readonly faults: readonly FieldFault[];
  readonly on: LocalDate;
  readonly enter: (record: R) => Promise<Entry>;
}

/** Who enters records now, kept with each of them. */
export function entryOf({ id: by, office }: Actor, at: Date): RecordEntry {
  return { office, by, at: instantText(at) };
}

/** Enters records of communes of the actor's office: all of them, or none, with every fault named. */
export async function enterRecords<R extends { readonly communeCode: string }>(
  actor: Actor,
  { field, records, faults, on, enter }: Records<R>,
): Promise<{ registered: number; known: number }> {
  if (faults.length > 0) throw landErrors.RECORDS_INVALID({ count: faults.length }, { faults });
  for (const { communeCode } of records) requireOffice(actor, officeFor('land-registry', communeCode, on)?.id ?? '');
  const differing: FieldFault[] = [];
  let registered = 0;
  for (const [index, record] of records.entries()) {
    const entry = await enter(record);
    if (entry === 'added') registered += 1;
    else if (entry !== 'known') differing.push({ path: `${field}[${index}]`, ...entry });
  }
  if (differing.length > 0) throw landErrors.RECORD_DIFFERS({ count: differing.length }, { faults: differing });
  return { registered, known: records.length - registered };
}
