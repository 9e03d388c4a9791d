import type { Database } from '@lienthong/persistence';
import type { PoolClient } from 'pg';
import { cached } from './cached';

const KEEP_MS = 5_000;
const WAIT_MS = 1_500;

/**
 * What the database says, asked at most every `keepMs` (5 s); nobody waits long for the answer, and it is `undefined` while the
 * database does not give one.
 */
export function cachedQuery<T>(
  database: Database,
  ask: (client: PoolClient) => Promise<T>,
  keepMs = KEEP_MS,
): () => Promise<T | undefined> {
  const read = async (): Promise<T> => {
    const { client, release } = await database.client();
    try {
      return await ask(client);
    } finally {
      release();
    }
  };
  return cached(read, { keepMs, waitMs: WAIT_MS });
}
