import { Client } from 'pg';
import type { Console } from '../../../demo/src';

type Counts = readonly [inserted: number, updated: number, deleted: number];

/** Rows written since the databases were made, by database and table; partitions count as their table. */
export type WrittenRows = ReadonlyMap<string, Counts>;

interface Row {
  readonly name: string;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
}

/** An idle session tells its last counts after ten seconds. */
export const STATISTICS_MS = 11_000;
const NOTHING: Counts = [0, 0, 0];
const WRITTEN = `
select regexp_replace(relname, '_(default|[0-9]{6})$', '') as name, sum(n_tup_ins)::int as inserted,
  sum(n_tup_upd)::int as updated, sum(n_tup_del)::int as deleted
from pg_stat_user_tables group by 1 order by 1`;

/** Of several sides of a comparison, each with its databases by name. */
export async function writtenRows(sides: readonly ReadonlyMap<string, string>[]): Promise<readonly WrittenRows[]> {
  return Promise.all(sides.map(written));
}

/** What each table got, `inserted + updated - deleted`, of each side; tables without a write are left out. */
export function printWrites(
  console: Console,
  names: readonly string[],
  { before, after }: Readonly<Record<'before' | 'after', readonly WrittenRows[]>>,
): void {
  const tables = new Set(after.flatMap((side) => [...side.keys()]));
  for (const table of [...tables].sort()) {
    const told = names.map((name, side) => {
      const counts = since(before[side]?.get(table), after[side]?.get(table));
      return {
        name,
        text: `${counts[0]} + ${counts[1]} - ${counts[2]}`,
        isTouched: counts.some((count) => count !== 0),
      };
    });
    if (!told.some(({ isTouched }) => isTouched)) continue;
    const texts = told.map(({ name, text }) => `${name} ${text}`.padEnd(32));
    console.line(`    rows ${table.padEnd(36)} ${texts.join(' ')}`.trimEnd());
  }
}

function since(before: Counts = NOTHING, after: Counts = NOTHING): Counts {
  return [after[0] - before[0], after[1] - before[1], after[2] - before[2]];
}

async function written(databases: ReadonlyMap<string, string>): Promise<WrittenRows> {
  const all = [...databases].map(async ([database, connectionString]) => {
    const client = new Client({ connectionString });
    await client.connect();
    const { rows } = await client.query<Row>(WRITTEN);
    await client.end();
    return rows.map(
      ({ name, inserted, updated, deleted }) => [`${database} ${name}`, [inserted, updated, deleted] as const] as const,
    );
  });
  return new Map((await Promise.all(all)).flat());
}
