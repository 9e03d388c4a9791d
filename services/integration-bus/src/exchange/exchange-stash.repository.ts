import { toHeaders } from '@lienthong/envelope';
import type { WireRecord } from '@lienthong/messaging';
import { together } from '@lienthong/persistence';
import type { ClientBase } from 'pg';
import { ADD_TO_STASH, COUNT_STASH, READ_STASH, REMOVE_FROM_STASH } from './exchange.sql';
import { streamKeyOf, type Submission } from './submission';

/** Where a record waits. */
export interface StashPlace {
  readonly key: string;
  readonly epoch: number;
  readonly sequence: number;
}

interface StashRow {
  key: string;
  epoch: number;
  seq: string;
  topic: string;
  partition: number;
  record_offset: string;
  headers: Record<string, string>;
  value: Buffer;
}

/** Records that wait in these streams, in number order. */
export async function readStash(
  client: ClientBase,
  keys: readonly string[],
): Promise<{ readonly place: StashPlace; readonly record: WireRecord }[]> {
  const { rows } = await client.query<StashRow>(READ_STASH, [keys]);
  return rows.map(({ key, epoch, seq, record_offset: offset, ...row }) => ({
    place: { key, epoch, sequence: Number(seq) },
    record: { ...row, offset, key: row.headers.ce_partitionkey ?? null },
  }));
}

export interface StashChange {
  readonly added: readonly Submission[];
  readonly removed: readonly StashPlace[];
  readonly now: Date;
}

export async function changeStash(client: ClientBase, { added, removed, now }: StashChange): Promise<void> {
  if (added.length + removed.length === 0) return;
  const keys = new Set([...added.map(streamKeyOf), ...removed.map(({ key }) => key)]);
  await together([
    ...(removed.length > 0 ? [removeFromStash(client, removed)] : []),
    ...(added.length > 0 ? [addToStash(client, added, now)] : []),
    client.query(COUNT_STASH, [[...keys].sort(), now]),
  ]);
}

async function removeFromStash(client: ClientBase, removed: readonly StashPlace[]): Promise<void> {
  await client.query(REMOVE_FROM_STASH, [
    removed.map((s) => s.key),
    removed.map((s) => s.epoch),
    removed.map((s) => s.sequence),
  ]);
}

async function addToStash(client: ClientBase, added: readonly Submission[], now: Date): Promise<void> {
  await client.query(ADD_TO_STASH, [
    added.map(streamKeyOf),
    added.map((s) => s.epoch),
    added.map((s) => s.sequence),
    added.map((s) => s.place.topic),
    added.map((s) => s.place.partition),
    added.map((s) => s.place.offset),
    added.map((s) => JSON.stringify(toHeaders(s.envelope))),
    added.map((s) => s.envelope.value),
    now,
  ]);
}
