import type { ClientBase } from 'pg';

const AT_ONCE = 500;
let cursors = 0;

/** Rows of a query, a few at a time, inside the transaction of its client: the database keeps the rest. */
export async function* cursorRows<R extends object>(
  client: ClientBase,
  sql: string,
  parameters: readonly unknown[],
): AsyncGenerator<R, undefined> {
  const name = `reconciliation_${(cursors += 1)}`;
  await client.query(`declare ${name} no scroll cursor for ${sql}`, [...parameters]);
  for (;;) {
    const { rows } = await client.query<R>(`fetch ${AT_ONCE} from ${name}`);
    yield* rows;
    if (rows.length < AT_ONCE) break;
  }
  await client.query(`close ${name}`);
  return undefined;
}
