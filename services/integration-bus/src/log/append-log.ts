import { memberOfSource } from '@lienthong/envelope';
import type { ClientBase } from 'pg';
import { entryLeaf, type LogEntry } from './log-entry';

/** The log's part of a statement: every parameter is an array with one element per entry. */
export const APPEND_LOG = `
  entry as (
    insert into log_entry (log_id, kind, accepted_at, sender, id, type, subject, stream, causation_id, attributes,
                           signature, signature_path, verdict, key_id, grant_version, schema_hash, content, leaf)
    select * from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[], $5::uuid[], $6::text[], $7::text[],
                         $8::text[], $9::uuid[], $10::jsonb[], $11::text[], $12::text[], $13::jsonb[], $14::text[],
                         $15::text[], $16::text[], $17::jsonb[], $18::bytea[])),
  pending as (insert into log_pending (log_id, leaf) select * from unnest($1::uuid[], $18::bytea[]))`;

/** How many parameters APPEND_LOG takes. */
export const LOG_PARAMETERS = 18;

export function logParameters(entries: readonly LogEntry[]): unknown[] {
  const column = <T>(value: (entry: LogEntry) => T | undefined): (T | null)[] => entries.map((e) => value(e) ?? null);
  const json = (value: object | undefined): string | undefined => (value ? JSON.stringify(value) : undefined);
  return [
    column((e) => e.logId),
    column((e) => e.kind),
    column((e) => e.acceptedAt),
    column((e) => e.attributes && memberOfSource(e.attributes.source)),
    column((e) => e.attributes?.id),
    column((e) => e.attributes?.type),
    column((e) => e.attributes?.subject),
    column((e) => e.attributes?.partitionkey),
    column((e) => e.attributes?.causationid),
    column((e) => json(e.attributes)),
    column((e) => e.signature),
    column((e) => e.signaturePath),
    column((e) => json(e.verdict)),
    column((e) => e.keyId),
    column((e) => e.grantVersion),
    column((e) => e.schemaHash),
    column((e) => json(e.content)),
    column(entryLeaf),
  ];
}

/** Entries alone, without messages. */
export async function appendLog(client: ClientBase, entries: readonly LogEntry[]): Promise<void> {
  await client.query(`with ${APPEND_LOG} select 1`, logParameters(entries));
}
