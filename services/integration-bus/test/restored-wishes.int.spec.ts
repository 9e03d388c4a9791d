import { setTimeout as delay } from 'node:timers/promises';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { eventually, sizeOf, withClient } from '@lienthong/testing';
import type { ReplayView } from '../src/replay/replay-list.query';
import { Replays } from '../src/replay/replays';
import { SpecBus } from './bus.mother';
import { HttpMember } from './http-member.mother';
import { dossier } from './member.mother';

const HOUR_MS = 3_600_000;
const LONG = { timeoutMs: 240_000 };
const PLANTED = sizeOf('deliveriesSearched');
/** Small enough that the search takes many turns. */
const AT_ONCE = PLANTED / 25;

describe('a member that says that its database went back', () => {
  let bus: SpecBus;
  let next = 0;
  beforeAll(async () => {
    bus = await SpecBus.start({ RESTORED_SEARCH_AT_ONCE: String(AT_ONCE) });
    for (const answeredMsAgo of [3 * HOUR_MS, HOUR_MS]) {
      await bus.exchange.process(notice());
      await plant(PLANTED / 2, answeredMsAgo);
    }
  });
  afterAll(() => bus.stop());

  const ago = (ms: number): Date => new Date(bus.running.app.get(Clock).now().getTime() - ms);
  /** Deliveries that land had answered so long ago, with their entries. */
  const plant = (count: number, answeredMsAgo: number): Promise<unknown> =>
    withClient(bus.database.migratorUrl, (client) =>
      client.query(
        `with entry as (
           insert into log_entry select (jsonb_populate_record(null::log_entry, to_jsonb(e) || jsonb_build_object('log_id',
             overlay(e.log_id::text placing lpad(to_hex(n), 12, '0') from 25)))).*
           from (select * from log_entry where kind = 'accepted' order by log_id desc limit 1) e, generate_series(0, $1::int - 1) n
           returning log_id),
         numbered as (select log_id, row_number() over (order by log_id) - 1 as n from entry)
         insert into delivery (recipient, stream, epoch, seq, office, log_id, shard, state, outcome, acknowledged_at, handled_at)
         select 'land-registry', 'dossier:' || $2::text || '/' || n % 100, 1, 1 + n / 100, 'bien-hoa', log_id, 0,
           'acknowledged', 'handled', $3, $3 from numbered`,
        [count, String(answeredMsAgo), ago(answeredMsAgo)],
      ),
    );
  const restored = (msAgo: number) => bus.member('land-registry').restored(ago(msAgo));
  const notice = () => bus.member('tax').notices([{ dossierCode: dossier((next += 1)), sequence: 1 }]);
  const isAccepted = async (): Promise<boolean> =>
    (await bus.rows('select 1 from log_entry where subject = $1', [dossier(next)])).length === 1;
  const replays = async (): Promise<readonly ReplayView[]> =>
    (await (await bus.api('bus-operator')).get<{ items: ReplayView[] }>('/replays')).body.items;
  const searched = (): Promise<ReplayView> =>
    eventually(
      async () => {
        const [replay] = await replays();
        const waiting = await bus.rows('select 1 from restored_wish');
        if (!replay || replay.isSearching || waiting.length > 0) throw new Error(JSON.stringify({ replay, waiting }));
        return replay;
      },
      { ...LONG, describe: 'the search to end' },
    );

  const stop = ({ id }: ReplayView): Promise<boolean> =>
    bus.running.app.get(Database).transaction((client) => bus.running.app.get(Replays).stop(client, id, ago(0)));

  it('holds nobody up, also when what it had answered cannot be looked for', async () => {
    await withClient(bus.database.migratorUrl, async (client) => {
      await client.query('begin; lock table replay_item in access exclusive mode');
      const processed = bus.exchange.process([...restored(2 * HOUR_MS), ...notice()]);
      await eventually(isAccepted, { timeoutMs: 10_000, describe: "another member's message to be accepted" });
      await client.query('rollback');
      await processed;
    });
  });

  it('has that looked for a slice at a time, while the messages of others pass', async () => {
    await eventually(async () => (await replays()).length === 1, LONG);
    let passed = 0;
    for (let isSearching = true; isSearching; isSearching = (await replays())[0]?.isSearching ?? false) {
      await bus.exchange.process(notice());
      if (await isAccepted()) passed += 1;
      await delay(20);
    }
    expect(passed).toBeGreaterThanOrEqual(5);
    expect(await searched()).toMatchObject({ kind: 'restored', state: 'running', found: PLANTED / 2 });
  });

  it('is searched for once, however often it says so; what it says of an earlier time widens that', async () => {
    const [before] = await replays();
    await bus.exchange.process([...restored(1.5 * HOUR_MS), ...restored(2 * HOUR_MS)]);
    await bus.exchange.process(restored(1.5 * HOUR_MS));
    const joined = await searched();
    expect(joined.id).toBe(before?.id);
    expect(joined.toDo).toBeLessThanOrEqual(PLANTED / 2);
    await bus.exchange.process(restored(4 * HOUR_MS));
    await bus.exchange.process(restored(HOUR_MS));
    const widened = await searched();
    expect(widened).toMatchObject({ id: before?.id, state: 'running' });
    expect(widened.toDo).toBeGreaterThan(PLANTED / 2);
    expect(widened.toDo).toBeLessThanOrEqual(PLANTED);
    expect(Date.parse(widened.answeredSince ?? '')).toBeLessThan(ago(4 * HOUR_MS).getTime());
    expect(await replays()).toHaveLength(1);
    await stop(widened);
  });

  it('cannot go back further than identities are kept', async () => {
    await bus.exchange.process(bus.member('land-registry').restored(new Date(0)));
    await eventually(async () => (await replays()).length === 2, LONG);
    const replay = await searched();
    expect(Date.parse(replay.answeredSince ?? '')).toBeGreaterThan(ago(91 * 24 * HOUR_MS).getTime());
    await stop(replay);
  });

  it('gets again what it had answered before it said so twice, and nothing that was sent since', async () => {
    await bus.administer('delete from delivery');
    await bus.administer("update member set transport = 'pull' where code = 'land-registry'");
    const land = new HttpMember(bus, 'land-registry');
    const codes = Array.from({ length: 4 }, () => dossier((next += 1)));
    await bus.exchange.process(bus.member('tax').notices(codes.map((dossierCode) => ({ dossierCode, sequence: 1 }))));
    const take = async (count: number, leaseSeconds: number) => {
      const lease = await land.lease({ waitSeconds: 30, leaseSeconds });
      const messages = lease.messages.filter(({ deliverysequence }) => deliverysequence);
      expect(messages).toHaveLength(count);
      return messages;
    };
    // however long it might have kept them
    await land.acknowledge(await take(4, 3_600));
    await land.submit(land.restored(ago(HOUR_MS)));
    const asked = performance.now();
    const again = await take(4, 1);
    // whoever waits for it is woken
    expect(performance.now() - asked).toBeLessThan(10_000);
    await land.acknowledge(again.slice(0, 2));
    await bus.exchange.process([...restored(HOUR_MS), ...restored(HOUR_MS)]);
    const came: string[] = [];
    while (came.length < 4) {
      const { messages } = await land.lease({ waitSeconds: 30, leaseSeconds: 5 });
      came.push(...messages.map(({ id }) => id));
      await land.acknowledge(messages);
    }
    expect(came.sort()).toEqual(again.map(({ id }) => id).sort());
    await searched();
    expect((await land.lease({ waitSeconds: 5 })).messages).toEqual([]);
  });
});
