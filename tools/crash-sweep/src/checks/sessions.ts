import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceName } from '../../../local-infra/src';
import type { Databases } from '../stage/databases';
import type { Violation } from './violation';

/** Sessions of a service that keep what nobody gives back: locks of a dead process, or a transaction left open. */
const HOLDING = `
select a.pid, a.application_name as name, a.state, a.backend_start < $1::timestamptz as orphaned,
       (select count(*) from pg_locks l where l.pid = a.pid and l.granted)::int as locks,
       (select count(*) from pg_locks l where l.pid = a.pid and l.granted and l.locktype = 'advisory')::int as advisory
from pg_stat_activity a
where a.datname = current_database() and a.pid <> pg_backend_pid() and a.usename <> current_user
  and (a.backend_start < $1 or (a.state like 'idle in transaction%' and a.state_change < clock_timestamp() - interval '3 seconds'))`;

interface Session {
  readonly pid: number;
  readonly name: string;
  readonly state: string;
  readonly orphaned: boolean;
  readonly locks: number;
  readonly advisory: number;
}

/** The server hears within this time that a client has died. */
const TRIES = 10;
const AGAIN_MS = 500;

/** `since`: when each service's process was started; a session that is older belongs to nobody alive. */
export async function sessionViolations(
  databases: Databases,
  since: ReadonlyMap<ServiceName, Date>,
): Promise<Violation[]> {
  const found = await Promise.all(
    [...since].map(async ([service, startedAt]) =>
      (await holding(databases, service, startedAt)).map((session) => violation(service, session)),
    ),
  );
  return found.flat();
}

async function holding(databases: Databases, service: ServiceName, startedAt: Date): Promise<Session[]> {
  for (let tried = 1; ; tried += 1) {
    const sessions = await databases.rows<Session>(service, HOLDING, [startedAt]);
    if (sessions.length === 0 || tried === TRIES) return sessions;
    await delay(AGAIN_MS);
  }
}

function violation(process: string, { pid, name, state, orphaned, locks, advisory }: Session): Violation {
  const whose = orphaned ? 'of a dead process' : 'left in its transaction';
  return {
    harm: 'stuck',
    process,
    text: `session ${pid} ${name} (${state}), ${whose}, holds ${locks} locks, ${advisory} of them advisory`,
  };
}
