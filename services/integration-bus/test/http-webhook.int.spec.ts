import { HTTP } from 'cloudevents';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { eventually } from '@lienthong/testing';
import { SpecBus } from './bus.mother';
import { HttpMember, type PulledEvent } from './http-member.mother';
import { dossier } from './member.mother';
import { type Posted, SpecWebhook } from './webhook.mother';
import { SpecOperatorsDesk } from './operators.mother';

/** Members that take their messages by a webhook (A15, A16). */
describe('a webhook member', () => {
  let bus: SpecBus;
  let land: HttpMember;
  let hook: SpecWebhook;
  let next = 0;
  beforeAll(async () => {
    bus = await SpecBus.start({
      WEBHOOK_NETWORKS: '127.0.0.0/8',
      WEBHOOK_TIMEOUT_MS: '1000',
      REDELIVER_AFTER_MS: '1500',
    });
    land = new HttpMember(bus, 'land-registry');
  });
  afterAll(() => bus.stop());
  beforeEach(async () => {
    hook = await SpecWebhook.start();
    await reach(hook.url);
  });
  afterEach(async () => {
    // what a test left is no business of the next one
    await bus.administer("update member set transport = 'kafka', webhook_url = null where code = 'land-registry'");
    await bus.administer(
      "update delivery set state = 'acknowledged', outcome = 'handled', acknowledged_at = now(), handled_at = now()",
    );
    await hook.stop();
  });

  const reach = (url: string): Promise<void> =>
    bus.administer("update member set transport = 'webhook', webhook_url = $1 where code = 'land-registry'", [url]);
  const aDossier = (): string => dossier((next += 1));
  const send = async (dossierCode: string, from: number, to: number): Promise<void> => {
    const wishes = Array.from({ length: to - from + 1 }, (_, i) => ({ dossierCode, sequence: from + i }));
    await bus.exchange.process(bus.member('tax').notices(wishes));
  };
  const handled = ({ headers }: Posted): ReturnType<HttpMember['acknowledgement']> => {
    const names = Object.entries(headers).map(([name, text]) => [name.replace(/^ce-/, ''), String(text)]);
    return land.acknowledgement([land.handled(Object.fromEntries(names) as PulledEvent)]);
  };
  const rowsOf = (dossierCode: string) =>
    bus.rows<{ seq: number; state: string; outcome: string | null; produced: boolean; attempts: number }>(
      `select seq::int as seq, state, outcome, produced_at is not null as produced, attempts from delivery
       where stream = $1 order by seq`,
      [`dossier:${dossierCode}`],
    );

  it('is posted the bytes that were signed, with the signature, and its 2xx counts as delivered', async () => {
    const dossierCode = aDossier();
    const records = bus.member('tax').notices([{ dossierCode, sequence: 1 }]);
    await bus.exchange.process(records);
    await eventually(async () => (await rowsOf(dossierCode))[0]?.state === 'produced');
    const [posted] = hook.posts;
    expect(posted?.body).toBe(String(records[0]?.value));
    expect(posted?.headers).toMatchObject({
      ...{ 'content-type': 'application/json', 'ce-specversion': '1.0', 'ce-deliverysequence': '1' },
      'ce-signature': records[0]?.headers.ce_signature,
      'ce-id': records[0]?.headers.ce_id,
    });
  });

  it.each(['binary', 'structured'] as const)(
    'acknowledges by a signed event in its answer, in %s form',
    async (mode) => {
      const dossierCode = aDossier();
      hook.answer = (posted, response) => {
        const { headers, body } = HTTP[mode](handled(posted));
        response.writeHead(200, headers as Record<string, string>).end(body);
      };
      await send(dossierCode, 1, 1);
      await eventually(async () => (await rowsOf(dossierCode))[0]?.outcome === 'handled');
    },
  );

  it('acknowledges later, by a message of its own; until then it is posted it again', async () => {
    const dossierCode = aDossier();
    await send(dossierCode, 1, 1);
    await eventually(() => hook.posts.length >= 2, { timeoutMs: 60_000 });
    expect(hook.numbersOf(`dossier:${dossierCode}`).every((number) => number === 1)).toBe(true);
    await land.submit(handled(hook.posts[0] as Posted));
    expect(await rowsOf(dossierCode)).toMatchObject([{ state: 'acknowledged', outcome: 'handled' }]);
  });

  it('has each stream in order, one message after another, and streams beside each other', async () => {
    const dossiers = Array.from({ length: 12 }, aDossier);
    let [atOnce, most] = [0, 0];
    hook.answer = async (posted, response) => {
      atOnce += 1;
      most = Math.max(most, atOnce);
      await new Promise((resolve) => setTimeout(resolve, 30));
      atOnce -= 1;
      const { headers, body } = HTTP.structured(handled(posted));
      response.writeHead(200, headers as Record<string, string>).end(body);
    };
    await Promise.all(dossiers.map((dossierCode) => send(dossierCode, 1, 6)));
    const distinct = (dossierCode: string): number => new Set(hook.numbersOf(`dossier:${dossierCode}`)).size;
    await eventually(() => dossiers.every((dossierCode) => distinct(dossierCode) === 6), { timeoutMs: 60_000 });
    for (const dossierCode of dossiers) {
      const numbers = hook.numbersOf(`dossier:${dossierCode}`);
      // one whose answer took too long comes again, never one behind it first
      expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
      expect([...new Set(numbers)]).toEqual([1, 2, 3, 4, 5, 6]);
    }
    expect(most).toBeGreaterThan(1);
    // as the protocol page promises (docs/protocol.md §8)
    expect(most).toBeLessThanOrEqual(8);
  });

  it('that refuses one message has the rest of that stream later, in order, and the others at once', async () => {
    const [sick, sound] = [aDossier(), aDossier()];
    let refusals = 2;
    hook.answer = (posted, response) => {
      const isSick = posted.headers['ce-partitionkey'] === `dossier:${sick}`;
      response.writeHead(isSick && (refusals -= 1) >= 0 ? 500 : 204).end();
    };
    await send(sick, 1, 3);
    await send(sound, 1, 3);
    await eventually(async () => (await rowsOf(sick)).every(({ produced }) => produced), { timeoutMs: 60_000 });
    expect(hook.numbersOf(`dossier:${sick}`).slice(0, 5)).toEqual([1, 1, 1, 2, 3]);
    expect(hook.numbersOf(`dossier:${sound}`).slice(0, 3)).toEqual([1, 2, 3]);
  });

  it('that is down is left alone by its breaker, and has everything in order when it is back (A16)', async () => {
    const dossierCode = aDossier();
    const dossiers = [dossierCode, aDossier(), aDossier(), aDossier(), aDossier(), aDossier()];
    let isDown = true;
    hook.answer = (_, response) => void response.writeHead(isDown ? 503 : 204).end();
    for (const one of dossiers) await send(one, 1, 3);
    await eventually(() => hook.posts.length >= 5, { timeoutMs: 60_000 });
    const { body } = await (
      await bus.api('bus-operator')
    ).get<{ probes: { webhooks: { facts: object } } }>('/health/ready');
    expect(body.probes.webhooks.facts).toMatchObject({ webhooks: 1 });
    const before = hook.posts.length;
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    // six streams that were tried again at their own pace alone would have been posted several times as often
    expect(hook.posts.length - before).toBeLessThanOrEqual(6);
    isDown = false;
    await eventually(async () => (await Promise.all(dossiers.map(rowsOf))).flat().every(({ produced }) => produced), {
      timeoutMs: 60_000,
      describe: async () => JSON.stringify(await rowsOf(dossierCode)),
    });
    const numbers = hook.numbersOf(`dossier:${dossierCode}`);
    expect([...new Set(numbers)]).toEqual([1, 2, 3]);
  });

  it('that does not answer in time may have the message: it is posted again, and no void takes its number', async () => {
    const dossierCode = aDossier();
    hook.answer = () => undefined;
    await send(dossierCode, 1, 1);
    await eventually(() => hook.posts.length >= 1);
    const [row] = await bus.rows<{ log_id: string }>('select log_id from delivery where stream = $1', [
      `dossier:${dossierCode}`,
    ]);
    const content = { recipient: 'land-registry', logId: row?.log_id };
    const discard = await new SpecOperatorsDesk(bus).ask('discard-delivery', content);
    expect(discard).toMatchObject({ status: 409, body: { code: 'integration-bus.DELIVERY_PRODUCED' } });
    hook.answer = (_, response) => void response.writeHead(204).end();
    await eventually(async () => (await rowsOf(dossierCode))[0]?.produced === true, { timeoutMs: 60_000 });
  });

  it('is not followed to another address, and not believed with an endless answer', async () => {
    const dossierCode = aDossier();
    const other = await SpecWebhook.start();
    hook.answer = (_, response) => void response.writeHead(307, { location: other.url }).end();
    await send(dossierCode, 1, 1);
    await eventually(() => hook.posts.length >= 2, { timeoutMs: 60_000 });
    hook.answer = (_, response) => {
      response.writeHead(200);
      const flood = setInterval(() => response.write('x'.repeat(65_536)), 1);
      response.once('close', () => clearInterval(flood));
    };
    const count = hook.posts.length;
    await eventually(() => hook.posts.length >= count + 2, { timeoutMs: 60_000 });
    expect(other.posts).toEqual([]);
    expect(await rowsOf(dossierCode)).toMatchObject([{ produced: false }]);
    await other.stop();
  });

  it('at an address inside is never connected to, whatever its name says', async () => {
    const inside = createServer();
    let connections = 0;
    inside.on('connection', (socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => inside.listen(0, '::1', resolve));
    const { port } = inside.address() as AddressInfo;
    const dossierCode = aDossier();
    await reach(`http://[::1]:${port}/`);
    await send(dossierCode, 1, 1);
    await eventually(async () => ((await rowsOf(dossierCode))[0]?.attempts ?? 0) >= 2, { timeoutMs: 60_000 });
    expect(connections).toBe(0);
    expect(await rowsOf(dossierCode)).toMatchObject([{ produced: false }]);
    await new Promise((resolve) => inside.close(resolve));
  });
});
