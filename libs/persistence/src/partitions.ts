import type { ClientBase } from 'pg';

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

/** DDL, once per database: the smallest UUIDv7 of a day (UTC). */
export const ID_FLOOR_FUNCTION = `create function id_floor(day date) returns uuid language sql immutable as $body$
  select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-0000-0000-000000000000')::uuid
  from lpad(to_hex((extract(epoch from day::timestamp) * 1000)::bigint), 12, '0') h $body$;`;

/** Makes the monthly partitions around the business date `now`. */
export async function ensurePartitions(client: ClientBase, parent: string, now: Date): Promise<void> {
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS_BACK, 1));
  const months = MONTHS_BACK + 1 + MONTHS_AHEAD;
  await client.query(`select ensure_${parent}_partitions($1::date, $2::int)`, [
    first.toISOString().slice(0, 10),
    months,
  ]);
}
