import type { BenchContext } from '../../scenario';
import type { DatabaseReader } from '../../stage/database-reader';
import { type Change, type CopiedTable, copiedTables } from './copies.data';

/** Copies of one statement: a lost bench leaves no hour-long roll-back. */
const AT_ONCE = 2_000;
const PAST_DAYS = 90;
const DAY_MS = 86_400_000;

/** An id as far in the past as the copy's number says: copies fill the months before, as real ones would. */
const EARLIER_ID = `create or replace function bench_earlier(id uuid, n bigint, step_ms bigint) returns uuid
language sql immutable strict as $body$
  select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || substr(m, 1, 3) || '-8' || substr(m, 4, 3) || '-' || substr(m, 7, 12))::uuid
  from (select lpad(to_hex(('x' || lpad(replace(substr(id::text, 1, 13), '-', ''), 16, '0'))::bit(64)::bigint - n * step_ms), 12, '0') as h,
    md5(id::text || n) as m) x $body$`;

/** The number is the database's own where it is drawn for every row. */
const COLUMNS = `select column_name as name from information_schema.columns
  where table_schema = 'public' and table_name = $1 and is_identity = 'NO' and is_generated = 'NEVER' order by ordinal_position`;

export interface Wanted {
  readonly dossiers: number;
  readonly logRows: number;
}

export interface Stored extends Wanted {
  /** Every model has so many copies, in all tables. */
  readonly copies: number;
}

/** Multiplies the rows of the dossiers that were played on a stack until it holds what is wanted; then tells the planner. */
export async function copyRows(context: BenchContext, reader: DatabaseReader, wanted: Wanted): Promise<Stored> {
  const models = await countStored(reader);
  const copies = {
    dossiers: Math.ceil(wanted.dossiers / models.dossiers),
    log: Math.ceil(wanted.logRows / models.logRows),
  };
  for (const service of reader.services) await reader.rows(service, EARLIER_ID);
  for (const one of copiedTables) {
    context.signal.throwIfAborted();
    await copyTable(context, reader, one, one.isLog ? copies.log : copies.dossiers);
  }
  for (const service of reader.services) await reader.rows(service, 'vacuum analyze');
  return { ...(await countStored(reader)), copies: Math.min(copies.dossiers, copies.log) };
}

export async function countStored(reader: DatabaseReader): Promise<Wanted> {
  const rowsOf = async (service: 'intake' | 'integration-bus', table: string): Promise<number> =>
    (await reader.one<{ n: number }>(service, `select count(*)::int as n from ${table}`)).n;
  return { dossiers: await rowsOf('intake', 'dossier'), logRows: await rowsOf('integration-bus', 'log_entry') };
}

async function copyTable(
  { signal }: BenchContext,
  reader: DatabaseReader,
  { service, table, changes, where = 'true' }: CopiedTable,
  copies: number,
): Promise<void> {
  const columns = (await reader.rows<{ name: string }>(service, COLUMNS, [table])).map(({ name }) => name);
  const step = Math.max(1, Math.floor((PAST_DAYS * DAY_MS) / copies));
  const values = columns.map((column) => valueOf(column, changes[column], step));
  await reader.rows(service, `create table bench_model as select * from "${table}"`);
  for (let first = 1; first <= copies; first += AT_ONCE) {
    signal.throwIfAborted();
    await reader.rows(
      service,
      `insert into "${table}" (${columns.join(', ')}) select ${values.join(', ')}
       from generate_series($1::bigint, $2::bigint) n, bench_model t where ${where}`,
      [first, Math.min(copies, first + AT_ONCE - 1)],
    );
  }
  await reader.rows(service, 'drop table bench_model');
}

function valueOf(column: string, change: Change | undefined, step: number): string {
  if (change === undefined) return `t.${column}`;
  if (change === 'text') return `t.${column} || '~' || n`;
  return change === 'id' ? `bench_earlier(t.${column}, n, ${step})` : change.sql;
}
