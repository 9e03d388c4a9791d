import { setTimeout as delay } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { messagingErrors } from '../messaging.errors';

const SESSIONS = `
select count(*)::int as sessions from pg_stat_activity
where datname = current_database() and (application_name = $1 or application_name in ($1 || ':leader', $1 || ':held', $1 || ':registry'))`;

/** Sessions of a service that has just ended take a moment to go. */
const TRIES = 10;
const BETWEEN_TRIES_MS = 300;

/**
 * A service that runs has sessions under its name, whatever broker and prefix somebody believes it to use.
 * @throws messaging.STILL_RUNNING
 */
export async function refuseWhileConnected(client: ClientBase, member: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const { rows } = await client.query<{ sessions: number }>(SESSIONS, [member]);
    if (rows[0]?.sessions === 0) return;
    if (tries === TRIES) throw messagingErrors.STILL_RUNNING({ member });
    await delay(BETWEEN_TRIES_MS);
  }
}
