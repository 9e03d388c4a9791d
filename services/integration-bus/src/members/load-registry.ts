import { type Clock, newId } from '@lienthong/kernel';
import { ensurePartitions } from '@lienthong/persistence';
import type { AfterMigrations } from '@lienthong/service-host';
import { Client } from 'pg';
import { appendLog } from '../log/append-log';
import type { LogEntry } from '../log/log-entry';
import { registryConfig } from './registry.config';
import { readRegistryFiles, type RegistryFiles } from './registry-files';
import { type RegistryRow, registryRows } from './registry-tables';
import { insertRegistryRow } from './write-registry';

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
    for (const row of registryRows(files)) loaded += await loadRow(client, row, clock);
    await client.query('commit');
    return loaded;
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function loadRow(client: Client, { table, row }: RegistryRow, clock: Clock): Promise<number> {
  const entry: LogEntry = {
    ...{ logId: newId(clock), kind: 'bootstrap', acceptedAt: clock.now() },
    ...{ verdict: { outcome: 'accepted' }, content: { table, row } },
  };
  const isNew = await insertRegistryRow(client, { table, row, logId: entry.logId, onConflict: 'keep' });
  if (isNew) await appendLog(client, [entry]);
  return isNew ? 1 : 0;
}
