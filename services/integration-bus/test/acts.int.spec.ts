import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { generateKey } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import type { Page } from '@lienthong/service-host';
import { type ApiAnswer, eventually } from '@lienthong/testing';
import type { ActView } from '../src/acts/act.view';
import { actExercises } from './act-exercises.mother';
import { SPEC_OPERATORS, SpecBus } from './bus.mother';

const HOUR_MS = 3_600_000;
const REASON = 'order 12/QĐ of the province';
type Person = (typeof SPEC_OPERATORS)[number];
const [FIRST, SECOND] = SPEC_OPERATORS;

/** Four eyes on what changes rights, keys and messages (A46). */
describe('an act of administration', () => {
  let bus: SpecBus;
  beforeAll(async () => (bus = await SpecBus.start({ ACTS_WATCHED_EVERY_MS: '100' })));
  afterAll(() => bus.stop());
  afterEach(() => jest.restoreAllMocks());

  const ask = async (person: string, body: object, key = randomUUID()): Promise<ApiAnswer<ActView>> =>
    (await bus.api('bus-operator', person)).post<ActView>(
      '/acts',
      { reason: REASON, ...body },
      { 'idempotency-key': key },
    );
  const settle = async (person: string, id: string, how: 'confirmation' | 'refusal'): Promise<ApiAnswer<ActView>> =>
    (await bus.api('bus-operator', person)).post<ActView>(`/acts/${id}/${how}`, { reason: 'seen' });
  const steps = async (id: string): Promise<object[]> =>
    (
      await bus.rows<{ content: object }>(
        `select content from log_entry where kind = 'admin' and content ->> 'actId' = $1 and content ? 'step' order by log_id`,
        [id],
      )
    ).map(({ content }) => content);
  const kindsOf = async (): Promise<{ name: string; effect: string }[]> =>
    (await (await bus.api('bus-operator')).get<{ name: string; effect: string }[]>('/acts/kinds')).body;

  it('is of a kind that has a file of its own, and is exercised here', async () => {
    const files = readdirSync(join(__dirname, '../src'), { recursive: true, encoding: 'utf8' });
    const written = files
      .filter((path) => path.endsWith('.act.ts'))
      .map((path) => path.replace(/^.*\/|\.act\.ts$/g, ''));
    const kinds = (await kindsOf()).map(({ name }) => name).sort();
    expect(kinds).toEqual(written.sort());
    expect(actExercises.map(({ kind }) => kind).sort()).toEqual(kinds);
  });

  describe.each(actExercises)('$kind', ({ kind, content, done }) => {
    const isDone = async (): Promise<boolean> => (await bus.rows(done)).length > 0;

    it('is done by one person at once when it restricts, by two when it permits or cannot be undone, never by one twice', async () => {
      const effect = (await kindsOf()).find(({ name }) => name === kind)?.effect;
      const asked = await ask(FIRST, { kind, content: await content(bus) });
      expect(asked).toMatchObject({ status: 201, body: { kind, effect, askedBy: FIRST, overdue: false } });
      expect(await isDone()).toBe(effect === 'restricts');
      const { id } = asked.body;
      for (const how of ['confirmation', 'refusal'] as const) {
        expect(await settle(FIRST, id, how)).toMatchObject({ status: 403, body: { code: 'access.SAME_PERSON' } });
      }
      expect(await isDone()).toBe(effect === 'restricts');
      const state = effect === 'restricts' ? 'confirmed' : 'carried-out';
      expect(await settle(SECOND, id, 'confirmation')).toMatchObject({
        status: 200,
        body: { state, settledBy: SECOND },
      });
      expect(await isDone()).toBe(true);
      expect(await steps(id)).toMatchObject([
        { act: kind, step: 'asked', by: FIRST, reason: REASON },
        { act: kind, step: 'confirmed', by: SECOND },
      ]);
      expect(await settle(SECOND, id, 'confirmation')).toMatchObject({ status: 409 });
    });
  });

  it('looks at what it changes only when it may change it: of eight keys with one name, confirmed at once, one counts', async () => {
    const keys = Array.from({ length: 8 }, () => generateKey('tax-raced').publicJwk.x);
    const asked = await Promise.all(
      keys.map((x) => ask(FIRST, { kind: 'add-key', content: { member: 'tax', kid: 'tax-raced', x } })),
    );
    const answers = await Promise.all(asked.map(({ body }) => settle(SECOND, body.id, 'confirmation')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
    const taken = keys[answers.findIndex(({ status }) => status === 200)];
    expect(await bus.rows("select jwk ->> 'x' as x from member_key where kid = 'tax-raced'")).toEqual([{ x: taken }]);
  });

  const proposal = (person = 'fourth-bus-operator-centre'): object => ({
    kind: 'register-operator',
    content: { person },
  });
  const restriction = async (): Promise<ActView> => {
    const person = `leaver-${randomUUID().slice(0, 8)}`;
    const proposed = await ask(FIRST, proposal(person));
    await settle(SECOND, proposed.body.id, 'confirmation');
    return (await ask(FIRST, { kind: 'withdraw-operator', content: { person } })).body;
  };

  it('asked for twice under one key is one act, with the first answer', async () => {
    const key = randomUUID();
    const [one, other] = [await ask(FIRST, proposal(), key), await ask(FIRST, proposal(), key)];
    expect(other.body).toEqual(one.body);
    expect(other.headers.get('idempotency-replayed')).toBe('true');
    expect(await ask(FIRST, proposal('fifth'), key)).toMatchObject({ status: 422 });
    const without = await (await bus.api('bus-operator')).post('/acts', { ...proposal(), reason: REASON });
    expect(without).toMatchObject({ status: 400, body: { code: 'http.IDEMPOTENCY_KEY_MISSING' } });
  });

  it('is confirmed by one of many who try at the same time', async () => {
    const { body } = await ask(FIRST, proposal(`racer-${randomUUID().slice(0, 8)}`));
    const answers = await Promise.all(Array.from({ length: 8 }, () => settle(SECOND, body.id, 'confirmation')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 409)]);
  });

  it('that is refused is not done, and cannot be confirmed later', async () => {
    const { body } = await ask(SECOND, proposal('sixth-bus-operator-centre'));
    expect(await settle(FIRST, body.id, 'refusal')).toMatchObject({
      body: { state: 'refused', settledReason: 'seen' },
    });
    expect(await settle(FIRST, body.id, 'confirmation')).toMatchObject({
      ...{ status: 409, body: { code: 'integration-bus.ACT_SETTLED' } },
    });
    expect(await bus.rows(`select 1 from operator where person = 'sixth-bus-operator-centre'`)).toEqual([]);
  });

  it('counts who asked as one of the two only while that person is an operator', async () => {
    const leaver = `leaver-${randomUUID().slice(0, 8)}`;
    const joined = await ask(FIRST, proposal(leaver));
    await settle(SECOND, joined.body.id, 'confirmation');
    const newcomer = `newcomer-${randomUUID().slice(0, 8)}`;
    const { body } = await ask(leaver, proposal(newcomer));
    await ask(FIRST, { kind: 'withdraw-operator', content: { person: leaver } });
    expect(await settle(SECOND, body.id, 'confirmation')).toMatchObject({
      ...{ status: 403, body: { code: 'integration-bus.NOT_AN_OPERATOR' } },
    });
    expect(await bus.rows(`select 1 from operator where person = '${newcomer}'`)).toEqual([]);
  });

  it('lapses as a proposal that nobody took up for a week', async () => {
    const { body } = await ask(FIRST, proposal('seventh-bus-operator-centre'));
    jest.spyOn(bus.running.app.get(Clock), 'now').mockImplementation(() => new Date(Date.now() + 169 * HOUR_MS));
    const late = new Date(Date.now() + 169 * HOUR_MS);
    const token = await bus.home.token({
      ...{ member: 'integration-bus', role: 'bus-operator', office: 'centre', person: SECOND },
      clock: { now: () => late },
    });
    const answer = await (await bus.api('bus-operator')).as(token).post(`/acts/${body.id}/confirmation`, {});
    expect(answer).toMatchObject({ status: 409, body: { code: 'integration-bus.ACT_LAPSED' } });
  });

  it('that restricts and is not confirmed in 24 hours stays in force and raises an alarm daily until it is', async () => {
    const { id } = await restriction();
    let hours = 23;
    jest.spyOn(bus.running.app.get(Clock), 'now').mockImplementation(() => new Date(Date.now() + hours * HOUR_MS));
    const alarms = async (): Promise<number> =>
      (await steps(id)).filter((step) => (step as { step: string }).step === 'unconfirmed').length;
    const alarmsAre = (count: number): Promise<boolean> =>
      eventually(async () => (await alarms()) === count, { describe: `${count} alarms` });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await alarms()).toBe(0);
    hours = 24;
    await alarmsAre(1);
    hours = 47;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await alarms()).toBe(1);
    hours = 48;
    await alarmsAre(2);
    jest.restoreAllMocks();
    expect(await settle(SECOND, id, 'refusal')).toMatchObject({ body: { state: 'disputed' } });
    expect(await settle(SECOND, id, 'confirmation')).toMatchObject({ body: { state: 'confirmed' } });
  });

  it('that restricts is listed among the open ones until it is confirmed, and counted', async () => {
    const { id } = await restriction();
    const api = await bus.api('bus-operator');
    const open = async (): Promise<string[]> =>
      (await api.get<Page<ActView>>('/acts?open=true&kind=withdraw-operator&limit=100')).body.items.map(
        (act) => act.id,
      );
    expect(await open()).toContain(id);
    const metrics = await (await bus.api('monitor')).get<string>('/metrics');
    expect(metrics.body).toMatch(/^lienthong_bus_acts_overdue\{[^}]*\} \d+$/m);
    await settle(SECOND, id, 'confirmation');
    expect(await open()).not.toContain(id);
    const page = await api.get<Page<ActView>>('/acts?limit=1');
    const next = await api.get<Page<ActView>>(`/acts?limit=1&cursor=${page.body.next ?? ''}`);
    expect(next.body.items[0]?.id).not.toBe(page.body.items[0]?.id);
  });

  it.each<[string, object, number, string]>([
    ['of no known kind', { kind: 'fly', content: {} }, 400, 'integration-bus.ACT_KIND_UNKNOWN'],
    ['without content', { kind: 'register-operator' }, 400, 'http.INPUT_INVALID'],
    [
      'whose content is not as its kind says',
      { kind: 'register-operator', content: { person: 'A B' } },
      400,
      'http.INPUT_INVALID',
    ],
    [
      'with an unknown field in its content',
      { kind: 'register-operator', content: { person: 'a', x: 1 } },
      400,
      'http.INPUT_INVALID',
    ],
    [
      'without a reason',
      { ...{ kind: 'register-operator', content: { person: 'a' } }, reason: '' },
      400,
      'http.INPUT_INVALID',
    ],
    [
      'for what is so already',
      { kind: 'withdraw-operator', content: { person: 'nobody' } },
      403,
      'integration-bus.NOT_AN_OPERATOR',
    ],
  ])('%s is refused', async (_what, body, status, code) => {
    const answer = await ask(FIRST, body);
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('is for registered operators only: the role of a token is not enough', async () => {
    const stranger = await ask('stranger', proposal());
    expect(stranger).toMatchObject({ status: 403, body: { code: 'integration-bus.NOT_AN_OPERATOR' } });
    const { body } = await ask(FIRST, proposal('eighth-bus-operator-centre'));
    expect(await settle('stranger', body.id, 'confirmation')).toMatchObject({ status: 403 });
    const monitor = await (await bus.api('monitor')).post('/acts', proposal(), { 'idempotency-key': randomUUID() });
    expect(monitor.status).toBe(403);
    expect((await (await bus.api('monitor')).get('/acts')).status).toBe(403);
  });

  it('never leaves the bus with fewer than two operators', async () => {
    const others = await bus.rows<{ person: Person }>('select person from operator where valid_to is null');
    const extra = others.map(({ person }) => person).filter((person) => !SPEC_OPERATORS.includes(person));
    for (const person of extra) await ask(FIRST, { kind: 'withdraw-operator', content: { person } });
    expect(await ask(FIRST, { kind: 'withdraw-operator', content: { person: SECOND } })).toMatchObject({
      ...{ status: 409, body: { code: 'integration-bus.LAST_OPERATORS' } },
    });
  });
});
