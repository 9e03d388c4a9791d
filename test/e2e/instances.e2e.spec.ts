import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { newMemberKey } from '@lienthong/service-host';
import { eventually } from '@lienthong/testing';
import { seeded } from '../../tools/crash-sweep/src';
import { type ServiceName, serviceNames, type ServiceProcess } from '../../tools/local-infra/src';
import { doAct } from './support/acts';
import { E2eStack } from './support/e2e-stack';
import { freshDossier, playStory } from './support/story';

const SESSION_MS = 3_000;
/** Longer than the session, and than a relay's leader may be silent (5 s). */
const ZOMBIE_MS = 6_500;
const DOSSIERS = 6;
const READY_MS = 60_000;

const STOP_MS = 7_000;
const SESSIONS_LEFT = `select application_name, state from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;
const MISSING_NUMBERS = `select stream from inbox group by stream having count(*) <> max(seq)`;
const OUT_OF_ORDER = `select stream, seq from (
  select stream, seq, handled_at, lag(handled_at) over (partition by stream order by seq) as before from inbox) x
  where handled_at < before`;

describe('several instances of one service', () => {
  let e2e: E2eStack;
  let played = 0;
  const others: ServiceProcess[] = [];
  beforeAll(async () => {
    e2e = await E2eStack.start({ env: () => ({ SESSION_TIMEOUT_MS: String(SESSION_MS), LOG_LEVEL: 'debug' }) });
  });
  afterAll(async () => {
    await e2e?.close();
  });

  async function another(name: 'land-registry' | 'integration-bus'): Promise<ServiceProcess> {
    const process = e2e.stack.another(name);
    others.push(process);
    process.start();
    await process.ready(READY_MS);
    return process;
  }

  /** Plays dossiers until the faults are over, at least once after them; every dossier must complete. */
  async function playThrough(seed: number, faults: () => Promise<void>): Promise<void> {
    let over = false;
    const done = faults().finally(() => (over = true));
    for (let last = false; !last;) {
      last = over;
      const files = Array.from({ length: DOSSIERS }, () => freshDossier(e2e.today));
      const { totals } = await playStory(e2e, files, true);
      played += DOSSIERS;
      const seen = { seed, completed: totals.completed, failed: totals.failed, parked: totals.parked };
      expect(seen).toEqual({ seed, completed: DOSSIERS, failed: 0, parked: 0 });
      expect({ seed, messages: totals.messages }).toEqual({ seed, messages: 18 * DOSSIERS });
    }
    await done;
  }

  /** Stands still for a random time below the session, now one and now the other. */
  async function shortPauses(seed: number, of: readonly ServiceProcess[]): Promise<void> {
    const random = seeded(seed);
    for (let i = 0; i < 4; i += 1) {
      const process = of[Math.floor(random() * of.length)] as ServiceProcess;
      await delay(random() * 400);
      process.pause();
      await delay(200 + random() * (SESSION_MS - 1_000));
      process.resume();
    }
  }

  async function zombie(process: ServiceProcess): Promise<void> {
    process.pause();
    await delay(ZOMBIE_MS);
    process.resume();
  }

  const handledBy = (process: ServiceProcess, said: RegExp): number =>
    (readFileSync(process.logFile, 'utf8').match(said) ?? []).length;
  const rowsOf = async (service: ServiceName, sql: string): Promise<{ service: string; rows: object[] }> => ({
    service,
    rows: await e2e.rows(service, sql),
  });
  const none = async (service: ServiceName, sql: string): Promise<void> => {
    const sought = eventually(async () => (await rowsOf(service, sql)).rows.length === 0, { timeoutMs: 60_000 });
    await sought.catch(() => undefined);
    expect(await rowsOf(service, sql)).toEqual({ service, rows: [] });
  };

  /** Of every service: nothing parked or waiting, every message accepted and handled once, in order; no deadlock. */
  async function nothingLostOrDoubled(): Promise<void> {
    const [booked] = await e2e.rows<{ n: number }>('treasury', 'select count(*)::int as n from booking');
    expect(booked?.n).toBe(2 * played);
    await none('integration-bus', "select * from delivery where outcome is distinct from 'handled'");
    await none('integration-bus', 'select key, seq from stash');
    for (const service of serviceNames) {
      await none(service, 'select 1 from pg_stat_database where datname = current_database() and deadlocks > 0');
      if (service === 'integration-bus') continue;
      await none(service, 'select sender, id, cause, detail from parked');
      await none(service, 'select stream, seq from stash');
      await none(service, 'select stream, seq, attempts from outbox where accepted_at is null');
      await none(service, MISSING_NUMBERS);
      await none(service, OUT_OF_ORDER);
    }
  }

  it('share a member’s work, and lose or double nothing when one is killed, joins, or comes back as a zombie', async () => {
    const seed = randomInt(1_000_000);
    const first = e2e.stack.service('land-registry');
    const second = await another('land-registry');
    await playThrough(seed, async () => {
      await shortPauses(seed, [first, second]);
      await second.kill();
      const third = await another('land-registry');
      await zombie(first);
      second.start();
      await second.ready(READY_MS);
      await zombie(third);
      await first.kill();
      first.start();
      await first.ready(READY_MS);
    });
    await nothingLostOrDoubled();
    const shares = [first, ...others].map((process) => handledBy(process, /a message was handled/g));
    expect(shares.every((share) => share > 0)).toBe(true);
  });

  it('of the bus share the exchange, without a deadlock, when one is killed or comes back as a zombie', async () => {
    const seed = randomInt(1_000_000);
    const first = e2e.stack.service('integration-bus');
    const second = await another('integration-bus');
    await playThrough(seed, async () => {
      await shortPauses(seed, [first, second]);
      await zombie(first);
      await zombie(second);
      await second.kill();
      second.start();
      await second.ready(READY_MS);
      await first.kill();
      first.start();
      await first.ready(READY_MS);
    });
    await nothingLostOrDoubled();
  });

  it('take a new key of their member while they work, without a restart and without one refused message', async () => {
    const lands = [e2e.stack.service('land-registry'), ...others.filter(({ name }) => name === 'land-registry')];
    const buses = [e2e.stack.service('integration-bus'), ...others.filter(({ name }) => name === 'integration-bus')];
    const [member, old, kid] = ['land-registry', 'land-registry-1', 'land-registry-2'] as const;
    const refused = (): number => buses.reduce((sum, bus) => sum + handledBy(bus, /"securityEvent":true/g), 0);
    const refusedBefore = refused();
    await playThrough(randomInt(1_000_000), async () => {
      const { publicJwk } = newMemberKey(e2e.access.home, { member, kid });
      await doAct(e2e, 'add-key', { member, kid, x: publicJwk.x });
      const haveChanged = (): boolean => lands.every((land) => handledBy(land, /another key signs from now on/g) > 0);
      await eventually(haveChanged, { timeoutMs: 60_000, describe: 'both instances to sign with the new key' });
      const open = await e2e.rows<{ id: string }>(member, 'select id from outbox where accepted_at is null');
      const unanswered = 'select 1 from outbox where accepted_at is null and id = any($1)';
      const ids = open.map(({ id }) => id);
      await eventually(async () => (await e2e.rows(member, unanswered, [ids])).length === 0, {
        ...{ timeoutMs: 60_000, describe: 'what the old key signed to be answered' },
      });
      await doAct(e2e, 'revoke-key', { kid: old });
    });
    const signed = `select key_id from log_entry where kind = 'accepted' and sender = $1 and accepted_at > coalesce(
      (select revoked_at from member_key where kid = $2), 'infinity') group by key_id`;
    expect(await e2e.rows('integration-bus', signed, [member, old])).toEqual([{ key_id: kid }]);
    expect(await e2e.rows('integration-bus', 'select sender, code from rejection')).toEqual([]);
    expect(refused()).toBe(refusedBefore);
    await nothingLostOrDoubled();
  });

  it('end with 0 on SIGTERM in the middle of their work, in bounded time, and leave nothing claimed', async () => {
    const seed = randomInt(1_000_000);
    const random = seeded(seed);
    const stopped: object[] = [];
    await playThrough(seed, async () => {
      for (const name of ['land-registry', 'integration-bus', 'tax'] as const) {
        await delay(300 + random() * 700);
        const all = [e2e.stack.service(name), ...others.filter((other) => other.name === name)];
        const startedAt = performance.now();
        const codes = await Promise.all(all.map((process) => process.stop()));
        const isInTime = performance.now() - startedAt < STOP_MS;
        const sessions = await e2e.rows(name, SESSIONS_LEFT);
        stopped.push({ name, failed: codes.filter((code) => code !== 0), isInTime, sessions });
        for (const process of all) process.start();
        await Promise.all(all.map((process) => process.ready(READY_MS)));
      }
    });
    expect(stopped).toEqual(
      ['land-registry', 'integration-bus', 'tax'].map((name) => ({ name, failed: [], isInTime: true, sessions: [] })),
    );
    await nothingLostOrDoubled();
  });
});
