import { instantText } from '@lienthong/kernel';
import { eventually, sizeOf, type TestServiceProcess, withClient } from '@lienthong/testing';
import { HeldDeliveries } from '../src/deliveries/held/held-deliveries';
import { TakenDeliveries } from '../src/webhooks/taken-deliveries';
import { HttpMember } from './http-member.mother';
import { TopicListener } from './topic-listener.mother';
import type { SpecWebhook } from './webhook.mother';
import { idOf, isDelivery, WebhookStage } from './webhook-stage.mother';

const VOID = 'vn.lienthong.protocol.void.v1';
/** What one instance reserves at a time. */
const RESERVED = 16;
const DAY_MS = 86_400_000;

/** Who waits for what this connection has locked. */
const BLOCKED = 'select pid from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))';

interface Arrived {
  readonly id: string;
  readonly isVoid: boolean;
}

describe('a bus that dies while a webhook has messages of it in hand (A15)', () => {
  let stage: WebhookStage;
  let topics: TopicListener;
  let doomed: TestServiceProcess | undefined;
  beforeEach(async () => {
    stage = await WebhookStage.open({ WEBHOOK_TIMEOUT_MS: '10000', TELL_NOT_HANDLED_MS: '500' });
    topics = await TopicListener.start(stage.bus.topicPrefix, ['land-registry']);
  });
  afterEach(async () => {
    await doomed?.kill();
    await topics.stop();
    await stage.close();
  });

  /** The webhook has the message, and says nothing any more. */
  const whileAsked = (): SpecWebhook['answer'] => async () => doomed?.kill();
  /** The webhook has said 204, and the bus cannot note it. */
  const beforeTheMark = (): SpecWebhook['answer'] => {
    let dead: Promise<void> | undefined;
    return (_, response) => {
      dead ??= withClient(stage.bus.database.appUrl, async (client) => {
        await client.query("begin; select 1 from delivery where recipient = 'land-registry' for update");
        response.writeHead(204).end();
        const marks = await eventually(async () => (await client.query<{ pid: number }>(BLOCKED)).rows[0], {
          describe: 'the bus to wait for its mark',
        });
        await doomed?.kill();
        // its connection does not know yet that nobody is there any more
        await client.query('select pg_terminate_backend($1)', [marks.pid]);
        await client.query('rollback');
      });
      return dead;
    };
  };
  /** What land gets once the bus is there again, a day later. */
  const gets: Record<'webhook' | 'pull' | 'kafka', () => Promise<Arrived[]>> = {
    webhook: () =>
      Promise.resolve(
        stage.hook.posts.filter(isDelivery).map((one) => ({ id: idOf(one), isVoid: one.headers['ce-type'] === VOID })),
      ),
    pull: async () => {
      const { messages } = await new HttpMember(stage.bus, 'land-registry').lease({ max: 100 });
      return messages
        .filter(({ deliverysequence }) => deliverysequence !== undefined)
        .map(({ id, type }) => ({ id, isVoid: type === VOID }));
    },
    kafka: () =>
      Promise.resolve(
        topics
          .at('land-registry', ({ headers }) => headers.ce_deliverysequence !== undefined)
          .map(({ headers }) => ({ id: headers.ce_id ?? '', isVoid: headers.ce_type === VOID })),
      ),
  };

  const CRASHES = [
    ['while the webhook is asked', 'webhook', whileAsked],
    ['between its 2xx and the mark', 'webhook', beforeTheMark],
    ['between its 2xx and the mark, before the member takes its messages by Kafka', 'kafka', beforeTheMark],
    ['between its 2xx and the mark, before the member takes its messages by pull', 'pull', beforeTheMark],
  ] as const;

  it.each(CRASHES.slice(0, sizeOf('webhookCrashes')))(
    '%s, past their deadline, gives none of their numbers to a void',
    async (_, later, crash) => {
      const { bus, hook } = stage;
      const dossiers = stage.dossiers(RESERVED + 1);
      await bus.setState('land-registry', 'suspended');
      const expirytime = instantText(new Date(Date.now() + DAY_MS / 2));
      const ids = await stage.send(dossiers, { expirytime });
      await bus.running.stop();
      await stage.administer("update member set state = 'active' where code = 'land-registry'");
      hook.answer = crash();
      doomed = bus.process();
      await doomed.exit();
      const had = hook.posts.map(idOf);
      expect(had.length).toBeGreaterThan(0);

      hook.answer = stage.acknowledging();
      await stage.reach(later);
      await bus.startAgain({ CLOCK_OFFSET_MS: String(DAY_MS) });
      const arrived: Arrived[] = [];
      await eventually(
        async () => {
          arrived.push(...(await gets[later]()));
          return new Set(arrived.map(({ id }) => id)).size >= dossiers.length;
        },
        { timeoutMs: 60_000, describe: () => JSON.stringify(arrived.slice(-20)) },
      );
      // what nobody had reserved was surely not sent: it alone is void
      const rows = await stage.rowsOf(dossiers);
      expect(rows.map(({ voided }) => voided)).toEqual(ids.map((_id, i) => i >= RESERVED));
      const originals = new Set(arrived.filter(({ isVoid }) => !isVoid).map(({ id }) => id));
      expect(originals).toEqual(new Set(ids.slice(0, RESERVED)));
      expect(had.every((id) => originals.has(id))).toBe(true);
    },
  );
});

describe('an instance of the bus that was too slow for its reservation', () => {
  let stage: WebhookStage;
  beforeAll(async () => (stage = await WebhookStage.open({ REDELIVER_AFTER_MS: '60000' })));
  afterAll(() => stage.close());

  const leaseOf = async (dossierCode: string): Promise<object | undefined> =>
    (
      await stage.bus.rows<{ lease_id: string; state: string }>(
        'select lease_id, state from delivery where stream = $1 and seq = 1',
        [`dossier:${dossierCode}`],
      )
    )[0];
  const [mine, theirs] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];

  it('neither marks nor gives back what another one has reserved since', async () => {
    const { bus } = stage;
    const [dossierCode] = stage.dossiers(1) as [string];
    await bus.administer("update member set transport = 'pull', webhook_url = null where code = 'land-registry'");
    await stage.send([dossierCode]);
    const [held, taken] = [bus.running.app.get(HeldDeliveries), bus.running.app.get(TakenDeliveries)];
    const wish = { recipient: 'land-registry', max: 1, by: 'reserve' as const };
    const rows = await held.take({ ...wish, leaseId: mine, until: new Date(Date.now() - 1) });
    const again = await held.take({ ...wish, leaseId: theirs, until: new Date(Date.now() + 60_000) });
    expect(again.map(({ logId }) => logId)).toEqual(rows.map(({ logId }) => logId));

    expect(await taken.taken({ rows, leaseId: mine })).toBe(false);
    await taken.untaken({ rows, leaseId: mine }, false);
    expect(await leaseOf(dossierCode)).toEqual({ lease_id: theirs, state: 'waiting' });
    expect(await taken.taken({ rows, leaseId: theirs })).toBe(true);
    expect(await leaseOf(dossierCode)).toEqual({ lease_id: null, state: 'produced' });
    await stage.reach('webhook');
    await bus.administer('select 1');
  });

  it('posts no further message of a stream that it has lost', async () => {
    const { hook } = stage;
    const [dossierCode] = stage.dossiers(1) as [string];
    const lose = `update delivery set lease_id = $2, leased_until = now() + interval '3 seconds'
      where stream = $1 and state = 'waiting'`;
    let lost = 0;
    hook.answer = async (_, response) => {
      if (lost === 0) await stage.administer(lose, [`dossier:${dossierCode}`, theirs]);
      lost ||= performance.now();
      response.writeHead(204).end();
    };
    await stage.send([dossierCode], { to: 3 });
    await eventually(() => stage.numbersOf(dossierCode).length >= 4, { timeoutMs: 60_000 });
    expect(stage.numbersOf(dossierCode)).toEqual([1, 1, 2, 3]);
    expect((hook.posts[1]?.at ?? 0) - lost).toBeGreaterThan(2_500);
  });
});
