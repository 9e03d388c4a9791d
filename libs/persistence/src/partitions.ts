import type { ClientBase } from 'pg';
import { sqlStateOf } from './sql-state';

const MONTHS_BACK = 4;
const MONTHS_AHEAD = 3;

/**
 * DDL for a table partitioned by range of a UUIDv7 column: a default partition, and a function (run with the owner's
 * rights, since the app role makes no tables) that creates one partition per month. A repeat of an id meets its own
 * partition, whenever it arrives.
 */
export function partitionedById(parent: string): string {
  return `create table ${parent}_default partition of ${parent} default;
    create function ensure_${parent}_partitions(first_month date, months int) returns void
    language plpgsql security definer set search_path = public as $body$
    declare
      month date := date_trunc('month', first_month)::date;
      lower_id uuid;
      upper_id uuid;
    begin
      for step in 1..months loop
        lower_id := (select id_floor(month));
        upper_id := (select id_floor((month + interval '1 month')::date));
        if to_regclass(format('%I', '${parent}_' || to_char(month, 'YYYYMM'))) is null then
          execute format('create table %I partition of ${parent} for values from (%L) to (%L)',
            '${parent}_' || to_char(month, 'YYYYMM'), lower_id, upper_id);
        end if;
        month := (month + interval '1 month')::date;
      end loop;
    end $body$;`;
}

/**
 * DDL for a table made by `partitionedById`: a function (run with the owner's rights) that drops the months that lie wholly
 * before an instant, and removes rows as old from the default partition. A month with a row that is still open stays whole.
 * `openRows` is a condition on the table's columns, `id` the column of the partitions. The lock is given up after two seconds: dropping can wait an hour.
 */
export function droppableById(parent: string, openRows = 'false', id = 'id'): string {
  return `create function drop_${parent}_partitions(before timestamptz) returns setof text
    language plpgsql security definer set search_path = public, pg_temp set lock_timeout = '2s' as $body$
    declare
      part text;
      is_open boolean;
      hex text := lpad(to_hex((extract(epoch from before) * 1000)::bigint), 12, '0');
      floor_id uuid := (substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-0000-0000-000000000000')::uuid;
    begin
      for part in
        select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = '${parent}'::regclass and c.relname ~ '^${parent}_[0-9]{6}$'
          and (to_date(right(c.relname, 6), 'YYYYMM') + interval '1 month') at time zone 'UTC' <= before
        order by c.relname
      loop
        -- The parent first, as every query locks them; rows that become open meanwhile wait here and are seen.
        lock table only ${parent} in access exclusive mode;
        execute format('select exists (select from %I where ' || $open$${openRows}$open$ || ')', part) into is_open;
        if not is_open then
          execute format('drop table %I', part);
          return next part;
        end if;
      end loop;
      delete from ${parent}_default where ${id} < floor_id and (${openRows}) is not true;
    end $body$;`;
}

/** DDL, once per database: the smallest UUIDv7 of a day (UTC). */
export const ID_FLOOR_FUNCTION = `create function id_floor(day date) returns uuid language sql immutable as $body$
  select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-0000-0000-000000000000')::uuid
  from lpad(to_hex((extract(epoch from day::timestamp) * 1000)::bigint), 12, '0') h $body$;`;

/** Drops the months of a `droppableById` table that lie wholly before an instant. Returns the names of the dropped ones. */
export async function dropPartitions(client: ClientBase, parent: string, before: Date): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(`select drop_${parent}_partitions($1) as name`, [before]);
  return rows.map(({ name }) => name);
}

/** Which months are made, and who is told of one that could not be. */
export interface MonthsWanted {
  /** The business date. */
  readonly now: Date;
  /** The first month is that of this instant; four months back without it. */
  readonly since?: Date;
  readonly report: (error: unknown, facts: object) => void;
}

/**
 * Makes the monthly partitions around `now`. A month whose rows lie in the default partition already cannot be made: it is
 * reported, its rows stay there, and all other months are made one by one. Throws only when the database is away.
 */
export async function keepPartitions(client: ClientBase, parent: string, wanted: MonthsWanted): Promise<void> {
  const { first, months } = monthsOf(wanted.now, wanted.since);
  const report = (error: unknown, facts: object): void => {
    // Without a SQLSTATE the database is gone.
    if (sqlStateOf(error) === undefined) throw error;
    wanted.report(error, facts);
  };
  try {
    await makePartitions(client, parent, { first, months });
  } catch (error) {
    report(error, { table: parent });
    for (let step = 0; step < months; step += 1) {
      const month = monthsAfter(first, step);
      await makePartitions(client, parent, { first: month, months: 1 }).catch((fault: unknown) =>
        report(fault, { table: parent, month: month.toISOString().slice(0, 7) }),
      );
    }
  }
}

/** Makes the monthly partitions around the business date `now`, all or none. */
export async function ensurePartitions(client: ClientBase, parent: string, now: Date): Promise<void> {
  await makePartitions(client, parent, monthsOf(now));
}

interface Months {
  readonly first: Date;
  readonly months: number;
}

function monthsOf(now: Date, since?: Date): Months {
  const back = since
    ? Math.max(0, 12 * (now.getUTCFullYear() - since.getUTCFullYear()) + now.getUTCMonth() - since.getUTCMonth())
    : MONTHS_BACK;
  return { first: monthsAfter(now, -back), months: back + 1 + MONTHS_AHEAD };
}

function monthsAfter(date: Date, months: number): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
}

async function makePartitions(client: ClientBase, parent: string, { first, months }: Months): Promise<void> {
  const sql = `select ensure_${parent}_partitions($1::date, $2::int)`;
  await client.query(sql, [first.toISOString().slice(0, 10), months]);
}
