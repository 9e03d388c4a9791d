import { setTimeout as delay } from 'node:timers/promises';
import type { ServiceName } from '../../../local-infra/src';
import type { Awaited } from '../procedures';
import type { Databases } from '../stage/databases';
import type { Flow } from '../stage/flow';

const MEMBER_OPEN = `select (select count(*) from outbox where accepted_at is null and rejected_at is null)::int as outbox,
  (select count(*) from stash)::int as stash, (select count(*) from gap)::int as gap,
  (select count(*) from inbox)::int as inbox`;
const BUS_OPEN = `select (select count(*) from delivery where outcome is distinct from 'handled')::int as delivery,
  (select count(*) from stash)::int as stash, (select count(*) from log_pending)::int as pending`;

interface MemberOpen {
  readonly outbox: number;
  readonly stash: number;
  readonly gap: number;
  readonly inbox: number;
}

const LOOK_EVERY_MS = 250;
/** A time in which anything that still waits for another try has had it. */
const STILL_MS = 45_000;
/** Nothing is open anywhere and yet a dossier stands: no message can move it any more, only a person at a desk. */
const STILL_WITHOUT_WORK_MS = 8_000;

export interface Quiet {
  readonly isQuiet: boolean;
  /** What was still open. */
  readonly open: readonly string[];
  readonly afterMs: number;
}

export interface QuietBooks {
  readonly databases: Databases;
  readonly members: readonly ServiceName[];
  readonly flow: Flow;
  readonly awaited: readonly Awaited[];
}

/** Waits until nothing is unsent, open, stashed or under way, or until nothing has moved for long. */
export async function untilQuiet(
  { databases, members, flow, awaited }: QuietBooks,
  signal: AbortSignal,
): Promise<Quiet> {
  const startedAt = performance.now();
  let seen = '';
  let since = startedAt;
  for (;;) {
    signal.throwIfAborted();
    await flow.look();
    const { open, marks } = await whatIsOpen(databases, members, awaited);
    const dossiers = flow.open.map(
      ({ code, view }) => `dossier ${code || '(not yet accepted)'} in state ${view?.state ?? '?'}`,
    );
    const afterMs = Math.round(performance.now() - startedAt);
    if (open.length + dossiers.length === 0) return { isQuiet: true, open: [], afterMs };
    const state = [...open, ...dossiers, marks].join();
    if (state !== seen) since = performance.now();
    seen = state;
    const stillMs = performance.now() - since;
    if (stillMs > (open.length === 0 ? STILL_WITHOUT_WORK_MS : STILL_MS))
      return { isQuiet: false, open: [...open, ...dossiers], afterMs };
    await delay(LOOK_EVERY_MS);
  }
}

/** Counts of what is open, and a mark that changes whenever a message is handled somewhere. */
async function whatIsOpen(
  databases: Databases,
  members: readonly ServiceName[],
  awaited: readonly Awaited[],
): Promise<{ open: string[]; marks: string }> {
  const open: string[] = [];
  const tell = (who: string, counts: Readonly<Record<string, number>>): void => {
    for (const [what, n] of Object.entries(counts)) if (n > 0) open.push(`${who}: ${n} ${what}`);
  };
  const rows = await Promise.all(members.map((member) => databases.rows<MemberOpen>(member, MEMBER_OPEN)));
  rows.forEach(([row], at) =>
    tell(members[at] ?? '', { outbox: row?.outbox ?? 0, stash: row?.stash ?? 0, gap: row?.gap ?? 0 }),
  );
  const [bus] = await databases.rows<Record<string, number>>('integration-bus', BUS_OPEN);
  tell('integration-bus', bus ?? {});
  for (const { what, service, sql } of awaited)
    tell(service, { [what]: (await databases.rows<object>(service, sql)).length });
  return { open, marks: rows.map(([row]) => row?.inbox).join() };
}
