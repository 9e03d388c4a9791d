import type { BookWantedV1 } from '@lienthong/envelope';
import { Clock, instantText, newId } from '@lienthong/kernel';
import { eventually } from '@lienthong/testing';
import type { Delivery } from '../src/deliveries/delivery';
import { HeldDeliveries } from '../src/deliveries/held/held-deliveries';
import { type HeldWord, HeldWords } from '../src/exchange/held-words';
import { TakenDeliveries } from '../src/webhooks/taken-deliveries';
import { SpecWebhook } from './webhook.mother';
import { idOf, WebhookStage } from './webhook-stage.mother';

const resendWanted: HeldWord = {
  ...{ member: 'land-registry', kind: 'resend-wanted' },
  item: { stream: 'dossier:H19-2026-999999', epoch: 1, from: 1, to: 2 },
};
const land = { member: 'land-registry' };
const since = '2026-01-01T00:00:00.000Z';
const book: BookWantedV1 = { run: 'spec', side: 'sent', from: since, to: '2026-01-02T00:00:00.000Z' };
const RESERVED = "select 1 from delivery where state = 'waiting' and lease_id is not null";

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What answers say about a webhook as a whole (A15, A16). */
describe('a webhook that does not take what it is posted', () => {
  let stage: WebhookStage;
  beforeAll(async () => (stage = await WebhookStage.open({ REDELIVER_AFTER_MS: '1000' })));
  afterAll(() => stage.close());
  afterEach(async () => {
    jest.restoreAllMocks();
    await stage.bus.setState('land-registry', 'active');
    await stage.forget();
  });

  const always = (status: number, headers: Record<string, string> = {}): void => {
    stage.hook.answer = (_, response) => void response.writeHead(status, headers).end();
  };
  const takesAll = (): void => always(204);
  const inMs = (ms: number): string => instantText(new Date(stage.bus.running.app.get(Clock).now().getTime() + ms));
  const say = (words: readonly HeldWord[]): Promise<void> => stage.bus.running.app.get(HeldWords).keep(words);
  const kept = async (): Promise<string[]> =>
    (await stage.bus.rows<{ kind: string }>('select kind from told_answer order by ord')).map(({ kind }) => kind);
  const produced = (dossiers: readonly string[]): Promise<unknown> =>
    eventually(async () => (await stage.rowsOf(dossiers)).every((row) => row.produced), {
      timeoutMs: 60_000,
      describe: async () => JSON.stringify(await stage.rowsOf(dossiers)),
    });

  it.each([404, 302])('and answers %d to everything is left alone by its breaker, until it is back', async (status) => {
    const dossiers = stage.dossiers(30);
    always(status);
    await stage.send(dossiers);
    await eventually(async () => (await stage.failures()) >= 5, { describe: 'the breaker to open' });
    await eventually(async () => (await stage.bus.rows(RESERVED)).length === 0, { describe: 'what is under way' });
    const before = stage.hook.posts.length;
    await pause(2_500);
    // each of thirty streams would have been tried again at its own pace
    expect(stage.hook.posts.length - before).toBeLessThanOrEqual(8);
    takesAll();
    await produced(dossiers);
    expect(await stage.failures()).toBe(0);
  });

  it.each([429, 503])('and asks with %d to be left alone is posted nothing before that time', async (status) => {
    const dossiers = stage.dossiers(3);
    let asked = 0;
    stage.hook.answer = ({ at }, response) => {
      asked ||= at;
      response.writeHead(at - asked < 2_500 ? status : 204, { 'retry-after': '3' }).end();
    };
    await stage.send(dossiers.slice(0, 1));
    await eventually(() => asked > 0);
    await stage.send(dossiers.slice(1));
    await produced(dossiers);
    const waits = stage.hook.posts.map(({ at }) => at - asked).filter((ms) => ms > 0);
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(2_900);
  });

  it('is told of by the trace: what is being posted, and what waits while it is left alone', async () => {
    const [dossierCode] = stage.dossiers(1) as [string];
    const places = async (): Promise<unknown> => {
      const operator = await stage.bus.api('bus-operator');
      const { body } = await operator.get<{ messages: { deliveries: { waits?: string }[] }[] }>(
        `/trace/${dossierCode}`,
      );
      return body.messages.flatMap(({ deliveries }) => deliveries.map(({ waits }) => waits));
    };
    const held: (() => void)[] = [];
    stage.hook.answer = (_, response) =>
      void held.push(() => void response.writeHead(503, { 'retry-after': '300' }).end());
    await stage.send([dossierCode]);
    await eventually(() => held.length > 0);
    expect(await places()).toEqual(['being-posted']);
    for (const answer of held) answer();
    await eventually(async () => (await stage.failures()) > 0, { describe: 'the breaker to open' });
    await eventually(async () => (await stage.bus.rows(RESERVED)).length === 0);
    expect(await places()).toEqual(['webhook-left-alone']);
  });

  it('closes no other address of its member: there everything is posted soon', async () => {
    const dossiers = stage.dossiers(3);
    always(503, { 'retry-after': '300' });
    await stage.send(dossiers);
    await eventually(async () => (await stage.failures()) > 0, { describe: 'the breaker to open' });
    const other = await SpecWebhook.start();
    await stage.bus.administer("update member set webhook_url = $1 where code = 'land-registry'", [other.url]);
    await produced(dossiers);
    expect(other.posts).toHaveLength(dossiers.length);
    await stage.bus.administer("update member set webhook_url = $1 where code = 'land-registry'", [stage.hook.url]);
    await other.stop();
  });

  it('and hides behind a gateway that answers 502 may have the message: no void takes its number', async () => {
    const [dossierCode] = stage.dossiers(1) as [string];
    always(502);
    const [id] = await stage.send([dossierCode], { expirytime: inMs(1_500) });
    await eventually(async () => (await stage.rowsOf([dossierCode]))[0]?.tried === true);
    await eventually(async () => (await stage.bus.rows('select 1 from message_deadline')).length === 0, {
      timeoutMs: 60_000,
      describe: 'the deadline to be decided',
    });
    takesAll();
    await produced([dossierCode]);
    expect(await stage.rowsOf([dossierCode])).toMatchObject([{ voided: false }]);
    expect(new Set(stage.hook.posts.map(idOf))).toEqual(new Set([id]));
  });

  it('and refuses a message of its own does not have it: past its deadline a void takes its number', async () => {
    const [dossierCode] = stage.dossiers(1) as [string];
    always(404);
    const [id] = await stage.send([dossierCode], { expirytime: inMs(1_500) });
    await eventually(() => stage.hook.posts.length > 0);
    await eventually(async () => (await stage.rowsOf([dossierCode]))[0]?.voided === true, { timeoutMs: 60_000 });
    takesAll();
    await produced([dossierCode]);
    expect(stage.hook.posts.slice(-1).map(idOf)).not.toContain(id);
  });

  it('hears what the bus has to say as soon as it is back, also when no delivery waits', async () => {
    let asked = 0;
    stage.hook.answer = (_, response) =>
      void response.writeHead((asked += 1) === 1 ? 503 : 204, { 'retry-after': '1' }).end();
    await say([resendWanted]);
    await eventually(async () => (await kept()).length === 0, { timeoutMs: 60_000, describe: 'the word to be taken' });
    expect(stage.hook.posts).toHaveLength(2);
    expect(await stage.failures()).toBe(0);
  });

  it('is told again what it once did not take while it took other things', async () => {
    let asked = 0;
    stage.hook.answer = (_, response) => void response.writeHead((asked += 1) === 1 ? 500 : 204).end();
    await say([resendWanted]);
    await eventually(async () => (await kept()).length === 0, { timeoutMs: 60_000, describe: 'the word to be taken' });
    expect(stage.hook.posts).toHaveLength(2);
  });

  it('and refuses one word of the bus has taken those before and behind it, once', async () => {
    stage.hook.answer = ({ headers }, response) =>
      void response.writeHead(/resend-wanted/.test(String(headers['ce-type'])) ? 404 : 204).end();
    await say([
      resendWanted,
      { ...land, kind: 'restored', item: { since } },
      { ...land, kind: 'book-wanted', item: book },
    ]);
    await eventually(async () => (await kept()).join() === 'resend-wanted', {
      describe: 'the other words to be taken',
    });
    await say([{ ...resendWanted, item: { ...resendWanted.item, from: 2 } }]);
    const wordsOf = (kind: string): number =>
      stage.hook.posts.filter(({ headers }) => String(headers['ce-type']).includes(kind)).length;
    await eventually(() => wordsOf('resend-wanted') >= 2, { describe: 'the refused word to be told again' });
    expect([wordsOf('restored'), wordsOf('book-wanted')]).toEqual([1, 1]);
    expect(await stage.failures()).toBeLessThanOrEqual(1);
  });

  it('and always refuses what heads six streams is soon tried with the message of another', async () => {
    const sick = stage.dossiers(6);
    const [healthy] = stage.dossiers(1) as [string];
    stage.hook.answer = ({ headers }, response) =>
      void response.writeHead(headers['ce-partitionkey'] === `dossier:${healthy}` ? 204 : 404).end();
    await stage.send(sick, { to: 2 });
    await eventually(async () => (await stage.failures()) >= 6, { describe: 'the breaker to open' });
    const before = stage.hook.posts.length;
    await stage.send([healthy]);
    await stage.administer("update delivery set leased_until = null where state = 'waiting' and lease_id is null");
    await eventually(() => stage.numbersOf(healthy).length > 0, { timeoutMs: 60_000, describe: 'the healthy message' });
    const first = stage.hook.posts.findIndex(({ headers }) => headers['ce-partitionkey'] === `dossier:${healthy}`);
    // one may have been under way
    expect(first - before).toBeLessThanOrEqual(1);
    expect(sick.flatMap((dossierCode) => stage.numbersOf(dossierCode)).every((number) => number === 1)).toBe(true);
  });

  it.each([
    [0, 1_000],
    [4, 16_000],
    [30, 600_000],
  ])(
    'after %i failures of a message has it again after a time drawn between nothing and %i ms',
    async (attempts, most) => {
      const dossiers = stage.dossiers(40);
      await stage.reach('pull');
      // its lane is not to take what the test gives back
      await stage.bus.administer('select 1');
      await stage.send(dossiers);
      const bus = stage.bus.running.app;
      const leaseId = newId(bus.get(Clock));
      const streams = dossiers.map((dossierCode) => `dossier:${dossierCode}`);
      const until = [streams, leaseId, attempts];
      await stage.administer(
        `update delivery set lease_id = $2, attempts = $3, leased_until = now() where stream = any($1::text[])`,
        until,
      );
      const now = bus.get(Clock).now().getTime();
      for (const stream of streams) {
        const row = { recipient: 'land-registry', stream, epoch: 1, sequence: 1 } as Delivery;
        await bus.get(TakenDeliveries).untaken({ rows: [row], leaseId }, false);
      }
      const rows = await stage.bus.rows<{ due: Date }>(
        'select leased_until as due from delivery where stream = any($1::text[]) and attempts = $2',
        [streams, attempts + 1],
      );
      const waits = rows.map(({ due }) => due.getTime() - now);
      expect(waits).toHaveLength(dossiers.length);
      // all forty on one side of the middle: once in 10^11 runs
      expect(Math.min(...waits)).toBeLessThan(most * 0.5);
      expect(Math.max(...waits)).toBeGreaterThan(most * 0.5);
      expect(Math.max(...waits)).toBeLessThanOrEqual(most + 60_000);
      await stage.reach('webhook');
    },
  );

  it('because its member is suspended is not asked about again and again', async () => {
    const [dossierCode] = stage.dossiers(1) as [string];
    await stage.send([dossierCode]);
    await produced([dossierCode]);
    const looks = [jest.spyOn(HeldDeliveries.prototype, 'nextDue'), jest.spyOn(HeldDeliveries.prototype, 'take')];
    await stage.bus.setState('land-registry', 'suspended');
    const posts = stage.hook.posts.length;
    // the delivery is due again after a second, and nobody may take it
    await pause(3_000);
    expect(stage.hook.posts).toHaveLength(posts);
    expect(looks.map(({ mock }) => mock.calls.length).reduce((sum, n) => sum + n)).toBeLessThanOrEqual(3);
  });
});
