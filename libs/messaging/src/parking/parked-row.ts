import { createHash } from 'node:crypto';
import type { AppError } from '@lienthong/kernel';
import type { Incoming, Unreadable } from '../inbox/incoming';
import type { WireRecord } from '../kafka/gathered';

/** A message or record that is set aside with its cause. */
export interface ParkedRow {
  readonly sender: string;
  readonly id: string;
  readonly stream?: string;
  readonly epoch?: number;
  readonly sequence?: number;
  readonly holdsStream: boolean;
  readonly cause: string;
  readonly textVi: string;
  readonly textEn: string;
  /** Technical detail with stack, for readers of the database and the log; no endpoint gives it. */
  readonly detail: string;
  readonly record: WireRecord;
}

/** Stands where the sender of a record could not be read. */
export const NO_SENDER = '-';

/** A message of a stream, parked for a fault. */
export function parkedRow(incoming: Incoming, fault: AppError): ParkedRow {
  const { sender, id, stream, epoch, sequence, record } = incoming;
  return { sender, id, stream, epoch, sequence, holdsStream: false, ...causeOf(fault), record };
}

/** A record without a place in a stream: the same bytes are the same row, however often they come. */
export function unreadableRow({ record, fault }: Unreadable): ParkedRow {
  return { sender: NO_SENDER, id: digestOf(record), holdsStream: false, ...causeOf(fault), record };
}

/** Row id of another message under a known identity: the first keeps the id itself. */
export function conflictId({ id, hash }: Pick<Incoming, 'id' | 'hash'>): string {
  return `${id}.${hash}`;
}

/** Headers as the database can hold them: it refuses NUL in a text. */
export function storedHeaders({ headers }: WireRecord): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [storable(name), storable(value?.toString() ?? '')]),
  );
}

/** Where the record came from, for people who look for it on the broker. */
export function arrivedAs({ topic, partition, offset }: WireRecord): string {
  return `${topic}/${partition}/${offset}`;
}

/** The record as it came, but for its key. */
export function storedRecord(row: {
  readonly arrived_as: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: Buffer | null;
}): WireRecord {
  const [topic = '', partition = '0', offset = '0'] = row.arrived_as.split('/');
  return { topic, partition: Number(partition), offset, key: null, value: row.payload, headers: row.headers };
}

/** The text without what the database cannot hold. */
export function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd');
}

function causeOf(fault: AppError): Pick<ParkedRow, 'cause' | 'textVi' | 'textEn' | 'detail'> {
  return { cause: fault.code, textVi: fault.text('vi'), textEn: fault.text('en'), detail: fault.text('en') };
}

function digestOf(record: WireRecord): string {
  const headers = Object.entries(storedHeaders(record)).sort(([a], [b]) => (a < b ? -1 : 1));
  const digest = createHash('sha256').update(JSON.stringify([headers, record.value === null]));
  return digest.update(record.value ?? '').digest('base64url');
}
