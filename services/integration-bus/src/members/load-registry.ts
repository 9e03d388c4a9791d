import { type Clock, newId } from '@lienthong/kernel';
import { ensurePartitions } from '@lienthong/persistence';
import type { AfterMigrations } from '@lienthong/service-host';
import { Client } from 'pg';
import { appendLog } from '../log/append-log';
import type { LogEntry } from '../log/log-entry';
import { registryConfig } from './registry.config';
import { readRegistryFiles, type RegistryFiles } from './registry-files';
import { type RegistryTable, registryTables } from './registry-tables';

/** Loads what a fresh installation starts with; each new row is a log entry of kind `bootstrap`. Repeatable. */
export async function loadRegistry({ url, home, clock }: AfterMigrations): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'integration-bus:migrator' });
  await client.connect();
  try {
    await loadRegistryFiles(client, readRegistryFiles(registryConfig().registryDir, home), clock);
  } finally {
    await client.end();
  }
}

/** Rows whose key is there already stay as they are. Returns how many were new. */
export async function loadRegistryFiles(client: Client, files: RegistryFiles, clock: Clock): Promise<number> {
  await client.query('begin');
  try {
    await client.query("select pg_advisory_xact_lock(hashtext('load-registry'))");
    await ensurePartitions(client, 'log_entry', clock.now());
    let loaded = 0;
    for (const table of registryTables(files)) loaded += await loadTable(client, table, clock);
    await client.query('commit');
    return loaded;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function loadTable(client: Client, table: RegistryTable, clock: Clock): Promise<number> {
  const entries: LogEntry[] = [];
  for (const row of table.rows) {
    const entry = bootstrapEntry(table.name, row, clock);
    if (await insertRow(client, table, row, entry.logId)) entries.push(entry);
  }
  if (entries.length > 0) await appendLog(client, entries);
  return entries.length;
}

async function insertRow(client: Client, table: RegistryTable, row: object, logId: string): Promise<boolean> {
  const names = Object.keys(table.columns);
  const values = Object.values(table.columns).map((column) => column(row));
  const places = values.map((_, i) => `$${i + 1}`).join(', ');
  const { rowCount } = await client.query(
    `insert into ${table.name} (${names.join(', ')}, log_id) values (${places}, $${values.length + 1})
     on conflict (${table.keyColumns.join(', ')}) do nothing`,
    [...values, logId],
  );
  return rowCount === 1;
}

function bootstrapEntry(table: string, row: object, clock: Clock): LogEntry {
  return {
    logId: newId(clock),
    kind: 'bootstrap',
    acceptedAt: clock.now(),
    verdict: { outcome: 'accepted' },
    content: { table, row },
  };
}
