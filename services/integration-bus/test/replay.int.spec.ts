import { Clock, instantText, newId } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { eventually, sizeOf, withClient } from '@lienthong/testing';
import type { HistoryContent, ReplayContent } from '../src/replay/replay.request';
import type { ReplayView } from '../src/replay/replay-list.query';
import { type Begun, type ReplayOrder, Replays } from '../src/replay/replays';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';
import { specNotice } from './notice.mother';
import { poison, RestorableMember } from './restorable-member.mother';
import { TopicListener } from './topic-listener.mother';

const LONG_MS = 120_000;
const STREAMS = 10;

describe('messages that two operators have sent once more', () => {
  let bus: SpecBus;
  let tax: RestorableMember;
  let land: RestorableMember;
  let topics: TopicListener;
  const began = new Date();

  beforeAll(async () => {
    bus = await SpecBus.start({ REDELIVER_AFTER_MS: '60000', REDELIVER_AT_MOST_MS: '60000' });
    [tax, land] = await Promise.all([RestorableMember.start(bus, 'tax'), RestorableMember.start(bus, 'land-registry')]);
    topics = await TopicListener.start(bus.topicPrefix, ['land-registry']);
  });
  afterAll(async () => {
    await topics.stop();
    await Promise.all([tax.drop(), land.drop()]);
    await bus.stop();
  });

  const order = (): ReplayOrder => {
    const clock = bus.running.app.get(Clock);
    return { id: newId(clock), reason: 'spec', by: ['one', 'another'], at: clock.now() };
  };
  const begin = (work: (replays: Replays, client: never) => Promise<Begun>): Promise<Begun> =>
    bus.running.app.get(Database).transaction((client) => work(bus.running.app.get(Replays), client as never));
  const again = (content: ReplayContent): Promise<Begun> =>
    begin((replays, client) => replays.again(client, content, order()));
  const settled = ({ replay }: Begun): Promise<ReplayView> =>
    eventually(
      async () => {
        const { body } = await (await bus.api('bus-operator')).get<ReplayView>(`/replays/${replay}`);
        if (body.state !== 'done' || body.open > 0) throw new Error(JSON.stringify(body));
        return body;
      },
      { timeoutMs: LONG_MS, describe: 'the replay to be done' },
    );
  const handled = async (member: RestorableMember, count: number): Promise<string[]> =>
    eventually(
      async () => {
        const seen = await member.seen();
        if (seen.length !== count) throw new Error(`${seen.length} of ${count} handled`);
        return seen;
      },
      { timeoutMs: LONG_MS, describe: 'everything to be handled' },
    );
  const acknowledged = (): Promise<unknown> =>
    eventually(
      async () =>
        (await bus.rows("select 1 from delivery where state <> 'acknowledged' or outcome <> 'handled' limit 1"))
          .length === 0,
      { timeoutMs: LONG_MS, describe: 'every delivery to be acknowledged' },
    );

  it('take effect once, however often they come, and keep the order of their streams', async () => {
    const count = sizeOf('messagesReplayed');
    for (let i = 0; i < STREAMS; i += 1) {
      // as long as each other: what is handled in one transaction is written in the order of its texts
      await tax.send(dossier(100 + i), ...Array.from({ length: count / STREAMS }, (_, nr) => `${i}/${10_000 + nr}`));
    }
    const before = await handled(land, count);
    await acknowledged();
    for (const _ of ['once', 'twice']) {
      topics.seen.splice(0);
      const begun = await again({ recipient: 'land-registry', perSecond: 1_000 });
      expect(begun.found).toBe(count);
      expect(await settled(begun)).toMatchObject({ sent: count, leftOut: {}, by: ['one', 'another'] });
      const came = await eventually(() => {
        const records = topics.at('land-registry', ({ headers }) => headers.ce_replay === begun.replay);
        return new Set(records.map(({ headers }) => headers.ce_id)).size === count && records;
      });
      for (const stream of new Set(came.map(({ key }) => key))) {
        const numbers = came
          .filter(({ key }) => key === stream)
          .map(({ headers }) => Number(headers.ce_deliverysequence));
        expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
      }
    }
    expect(await land.seen()).toEqual(before);
    expect(await land.rows('select cause from parked')).toEqual([]);
    await acknowledged();
  });

  it('are those that fit the filter: what parked for a cause is tried again, and what waited behind follows', async () => {
    const [one, other] = [dossier(201), dossier(202)];
    poison.add('p2').add('q1');
    await tax.send(one, 'p1', 'p2', 'p3');
    await tax.send(other, 'q1');
    const listed = async (): Promise<object[]> =>
      (await (await bus.api('bus-operator')).get<{ items: object[] }>('/parked?recipient=land-registry')).body.items;
    await eventually(async () => (await listed()).length === 2, { describe: 'two parked messages at the bus' });
    expect(await listed()).toMatchObject([
      {
        ...{ recipient: 'land-registry', sender: 'tax', type: specNotice.type, dossierCode: one, deliverySequence: 2 },
        ...{ cause: 'messaging.HANDLER_FAILED', waitingBehind: 1, attempts: 1, schema: specNotice.dataschema },
        ...{ hash: expect.stringMatching(/^.{43}$/) as string, firstParkedAt: expect.any(String) as string },
      },
      { dossierCode: other, deliverySequence: 1, waitingBehind: 0 },
    ]);
    poison.clear();
    const wanted = {
      recipient: 'land-registry',
      outcome: 'parked',
      cause: 'messaging.HANDLER_FAILED',
      dossierCode: one,
    } as const;
    expect((await settled(await again(wanted))).found).toBe(1);
    await eventually(async () => (await land.seen()).filter((text) => /^p/.test(text)).join() === 'p1 1×,p2 1×,p3 1×');
    expect(await listed()).toMatchObject([{ dossierCode: other }]);
    expect((await settled(await again({ cause: 'messaging.HANDLER_FAILED' }))).sent).toBe(1);
    await eventually(async () => (await land.seen()).includes('q1 1×'));
    await acknowledged();
  });

  it('are none that no grant of today allows, and none whose content is gone', async () => {
    const code = dossier(301);
    await tax.send(code, 'g1', 'g2', 'g3');
    await eventually(async () => (await land.seen()).includes('g3 1×'));
    await acknowledged();
    await withClient(bus.database.migratorUrl, (client) =>
      client.query(
        `delete from payload where log_id = (
        select log_id from log_entry where subject = $1 and attributes ->> 'sequence' = '2')`,
        [code],
      ),
    );
    expect(await settled(await again({ dossierCode: code }))).toMatchObject({
      found: 3,
      sent: 2,
      leftOut: { erased: 1 },
    });
    await bus.administer('update grant_row set enabled = false');
    expect(await settled(await again({ dossierCode: code }))).toMatchObject({ sent: 0, leftOut: { 'not-granted': 3 } });
    await bus.administer('update grant_row set enabled = true');
    expect(await bus.rows("select 1 from log_entry where kind = 'void'")).toEqual([]);
  });

  it('go at the pace that was asked for', async () => {
    const begun = await again({ perSecond: 2, type: specNotice.type, dossierCode: dossier(201) });
    const began = performance.now();
    await settled(begun);
    expect(performance.now() - began).toBeGreaterThan(1_000);
    const [{ at } = { at: [] }] = await bus.rows<{ at: Date[] }>(
      'select array_agg(last_produced_at order by last_produced_at) as at from delivery where replay_id = $1',
      [begun.replay],
    );
    expect(Number(at[2]) - Number(at[1])).toBeGreaterThan(500);
  });

  it('give a new subscriber the past, in the order of the log and under its own numbers, and nobody else notices', async () => {
    const others = (): Promise<object[]> =>
      bus.rows("select * from delivery where recipient <> 'intake' order by recipient, stream, epoch, seq");
    const content: HistoryContent = {
      ...{ recipient: 'intake', office: 'bien-hoa', types: [specNotice.type], perSecond: 1_000 },
      ...{ from: instantText(new Date(began.getTime() - 60_000)), to: instantText(new Date(Date.now() + 60_000)) },
    };
    const give = (): Promise<Begun> => begin((replays, client) => replays.history(client, content, order()));
    const ungranted = await settled(await give());
    expect(ungranted).toMatchObject({ sent: 0, leftOut: { 'not-granted': ungranted.found } });
    await bus.administer(
      `insert into grant_row (sender, recipient, type, purpose, legal_basis, enabled, valid_from, log_id)
       select sender, 'intake', type, purpose, legal_basis, true, valid_from, log_id from grant_row where type = $1`,
      [specNotice.type],
    );
    const intake = await RestorableMember.start(bus, 'intake');
    try {
      topics.seen.splice(0);
      const before = await others();
      const given = await settled(await give());
      expect(given).toMatchObject({ sent: given.found - 1, leftOut: { erased: 1 } });
      const seen = await handled(intake, given.sent);
      const inOrder = (texts: readonly string[], stream: string): string[] =>
        texts.filter((text) => text.startsWith(stream));
      expect(inOrder(seen, '3/')).toEqual(inOrder(await land.seen(), '3/'));
      expect(inOrder(seen, 'g')).toEqual(['g1 1×', 'g3 1×']);
      const numbers = await bus.rows<{ seq: string }>(
        "select seq from delivery where recipient = 'intake' and stream = $1 order by log_id",
        [`dossier:${dossier(301)}`],
      );
      expect(numbers.map(({ seq }) => Number(seq))).toEqual([1, 2]);
      expect(await settled(await give())).toMatchObject({ sent: 0, leftOut: { erased: 1, 'on-its-way': given.sent } });
      expect(await others()).toEqual(before);
      // nor does the sender, whatever the new subscriber says
      await bus.administer("update delivery set outcome = 'parked', cause = 'spec' where recipient = 'intake'");
      expect(await bus.rows("select 1 from not_handled where recipient = 'intake'")).toEqual([]);
      expect(topics.at('land-registry', ({ headers }) => headers.ce_deliverysequence !== undefined)).toEqual([]);
      await tax.send(dossier(301), 'g4');
      await eventually(async () => (await land.seen()).includes('g4 1×'));
      expect(await intake.rows('select cause from parked')).toEqual([]);
    } finally {
      await intake.drop();
    }
  });
});
