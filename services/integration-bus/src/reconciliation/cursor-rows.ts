import type { ClientBase } from 'pg';

const AT_ONCE = 500;
const CURSOR = 'reconciliation_rows';

/** Rows of a query, a few at a time, inside the transaction of its client: the database keeps the rest. One at a time. */
export async function* cursorRows<R extends object>(
  client: ClientBase,
  sql: string,
  parameters: readonly unknown[],
): AsyncGenerator<R, undefined> {
  await client.query(`declare ${CURSOR} no scroll cursor for ${sql}`, [...parameters]);
  for (;;) {
    const { rows } = await client.query<R>(`fetch ${AT_ONCE} from ${CURSOR}`);
    yield* rows;
    if (rows.length < AT_ONCE) break;
  }
  await client.query(`close ${CURSOR}`);
  return undefined;
}
