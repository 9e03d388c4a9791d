import { type Clock, newId } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import { appendLog } from '../log/append-log';
import type { EntryKind, LogEntry } from '../log/log-entry';
import { type RegistryRow, registryTable, type RegistryTableName } from './registry-tables';

/** NOTIFY channel on which every instance hears that the registry has changed. */
export const REGISTRY_CHANNEL = 'lienthong_registry';

const KINDS: Readonly<Record<RegistryTableName, EntryKind>> = {
  member: 'member',
  office: 'member',
  member_key: 'key',
  grant_row: 'grant',
  message_schema: 'schema',
  operator: 'admin',
};

/** Changes wait for each other here, so that their times are in the order of their commits whichever instance makes them. */
const NEXT_VERSION = `
update registry_version set version = version + 1,
  changed_at = greatest($1::timestamptz, changed_at + interval '1 millisecond') returning changed_at`;

/**
 * Writes rows as they stand from now on, each with an entry of the log that holds the whole row: the log is the registry's
 * history. All instances are told at the commit. Returns the log ids, in the order of the rows.
 */
export async function writeRegistry(
  client: ClientBase,
  rows: readonly RegistryRow[],
  { clock, actId }: { readonly clock: Clock; readonly actId: string },
): Promise<readonly string[]> {
  const { rows: versions } = await client.query<{ changed_at: Date }>(NEXT_VERSION, [clock.now()]);
  const at = versions[0]?.changed_at ?? clock.now();
  const plainRows = rows.map(({ table, row }) => ({ table, row: plain(row) }));
  const entries = plainRows.map(({ table, row }): LogEntry => ({
    ...{ logId: newId({ now: () => at }), kind: KINDS[table], acceptedAt: at },
    ...{ verdict: { outcome: 'accepted' }, content: { table, row, actId } },
  }));
  await appendLog(client, entries);
  for (const [i, { table, row }] of plainRows.entries()) {
    await insertRegistryRow(client, { table, row, logId: entries[i]?.logId ?? '', onConflict: 'replace' });
  }
  await client.query('select pg_notify($1, $2)', [REGISTRY_CHANNEL, '']);
  return entries.map(({ logId }) => logId);
}

/** Rows come from requests, as instances of classes; the log holds their JSON. */
function plain<R extends object>(row: R): R {
  return JSON.parse(JSON.stringify(row)) as R;
}

export interface InsertedRow extends RegistryRow {
  readonly logId: string;
  /** What becomes of a row whose key is there already. */
  readonly onConflict: 'keep' | 'replace';
}

/** Returns whether a row was written. */
export async function insertRegistryRow(
  client: ClientBase,
  { table, row, logId, onConflict }: InsertedRow,
): Promise<boolean> {
  const { columns, keyColumns } = registryTable(table);
  const names = [...Object.keys(columns), 'log_id'];
  const values = [...Object.values(columns).map((column) => column(row)), logId];
  const others = names.filter((name) => !keyColumns.includes(name)).map((name) => `${name} = excluded.${name}`);
  const { rowCount } = await client.query(
    `insert into ${table} (${names.join(', ')}) values (${values.map((_, i) => `$${i + 1}`).join(', ')})
     on conflict (${keyColumns.join(', ')}) do ${onConflict === 'keep' ? 'nothing' : `update set ${others.join(', ')}`}`,
    values,
  );
  return rowCount === 1;
}
