import { Clock, instantText } from '@lienthong/kernel';
import { eventually } from '@lienthong/testing';
import { SpecBus } from './bus.mother';
import { HttpMember } from './http-member.mother';
import { dossier } from './member.mother';
import { specNotice } from './notice.mother';
import { TopicListener } from './topic-listener.mother';
import { SpecWebhook } from './webhook.mother';

/** A message may carry a deadline: past it nobody is given it any more, and its sender knows. */
describe('a message with a deadline', () => {
  let bus: SpecBus;
  let topics: TopicListener;
  let hook: SpecWebhook;
  let next = 0;
  beforeAll(async () => {
    bus = await SpecBus.start({ WEBHOOK_NETWORKS: '127.0.0.0/8', TELL_NOT_HANDLED_MS: '500' });
    topics = await TopicListener.start(bus.topicPrefix, ['tax', 'land-registry']);
  });
  beforeEach(async () => void (hook = await SpecWebhook.start()));
  afterEach(async () => {
    await hook.stop();
    await bus.administer(
      "update member set transport = 'kafka', webhook_url = null, state = 'active' where code <> 'integration-bus'",
    );
  });
  afterAll(async () => {
    await topics.stop();
    await bus.stop();
  });

  const inMs = (ms: number): string => instantText(new Date(bus.running.app.get(Clock).now().getTime() + ms));
  const transport = (code: string, to: string, url: string | null = null): Promise<void> =>
    bus.administer('update member set transport = $2, webhook_url = $3 where code = $1', [code, to, url]);
  const send = async (dossierCode: string, sequence: number, expirytime?: string): Promise<string> => {
    const attributes = expirytime === undefined ? {} : { expirytime };
    const records = bus.member('tax').notices([{ dossierCode, sequence, attributes }]);
    await bus.exchange.process(records);
    return String(records[0]?.headers.ce_id);
  };
  const told = (id: string): object[] =>
    topics
      .at('tax', ({ headers }) => headers.ce_type === 'vn.lienthong.protocol.not-handled.v1')
      .flatMap(({ value }) => (JSON.parse(value) as { items: { id: string }[] }).items)
      .filter((item) => item.id === id);
  const delivered = (dossierCode: string): string[] =>
    topics.inStream('land-registry', `dossier:${dossierCode}`).map(({ headers }) => headers.ce_type ?? '');
  const posted = (dossierCode: string): string[] =>
    hook.posts
      .filter(({ headers }) => headers['ce-partitionkey'] === `dossier:${dossierCode}`)
      .map(({ headers }) => String(headers['ce-type']));
  const pulled = async (dossierCode: string): Promise<string[]> => {
    const { messages } = await new HttpMember(bus, 'land-registry').lease();
    return messages.filter((one) => one.partitionkey === `dossier:${dossierCode}`).map(({ type }) => type);
  };
  const voids = async (dossierCode: string): Promise<number[]> => {
    const rows = await bus.rows<{ seq: number }>(
      'select seq::int as seq from delivery where stream = $1 and replaced_log_id is not null order by seq',
      [`dossier:${dossierCode}`],
    );
    return rows.map(({ seq }) => seq);
  };

  it('that a puller does not come for becomes a void with the same number, and its sender is told by whom it was missed', async () => {
    const dossierCode = dossier((next += 1));
    await transport('land-registry', 'pull');
    const id = await send(dossierCode, 1, inMs(800));
    await send(dossierCode, 2);
    await eventually(() => told(id).length > 0, { timeoutMs: 60_000, describe: 'the sender to be told' });
    expect(told(id)).toMatchObject([{ recipient: 'land-registry', outcome: 'void', reason: 'expired' }]);
    const land = new HttpMember(bus, 'land-registry');
    const { messages } = await land.lease();
    expect(messages.map(({ type, deliverysequence }) => [type, deliverysequence])).toEqual([
      ['vn.lienthong.protocol.void.v1', '1'],
      [specNotice.type, '2'],
    ]);
    expect(messages[0]?.data).toMatchObject({ reason: 'expired', replacedId: id });
    await land.acknowledge(messages);
    const status = await new HttpMember(bus, 'tax').get(`/messages/${id}/status`);
    expect(status.body).toMatchObject({
      accepted: { by: 'integration-bus' },
      deliveries: [{ recipient: 'land-registry', voided: { reason: 'expired', by: 'integration-bus' } }],
    });
  });

  it('of a sender without Kafka that expires is told it with its next lease', async () => {
    const dossierCode = dossier((next += 1));
    await transport('land-registry', 'pull');
    await transport('tax', 'pull');
    const tax = new HttpMember(bus, 'tax');
    const event = tax.event({ dossierCode, sequence: 1, attributes: { expirytime: inMs(500) } });
    await tax.submit(event);
    const { messages } = await tax.lease({ waitSeconds: 20 });
    expect(messages).toMatchObject([
      {
        type: 'vn.lienthong.protocol.not-handled.v1',
        data: { items: [{ id: event.id, recipient: 'land-registry', outcome: 'void', reason: 'expired' }] },
      },
    ]);
  });

  it('that was leased in time stays what it is', async () => {
    const dossierCode = dossier((next += 1));
    await transport('land-registry', 'pull');
    const land = new HttpMember(bus, 'land-registry');
    const id = await send(dossierCode, 1, inMs(1_500));
    const first = await land.lease({ leaseSeconds: 2 });
    const again = await land.lease({ waitSeconds: 20 });
    expect(again.messages.map((message) => message.id)).toEqual(first.messages.map((message) => message.id));
    await land.acknowledge(again.messages);
    await eventually(async () => (await bus.rows('select 1 from message_deadline')).length === 0, {
      timeoutMs: 60_000,
    });
    expect(told(id)).toEqual([]);
    expect(await voids(dossierCode)).toEqual([]);
  });

  it('whose webhook is dead becomes a void too', async () => {
    const dossierCode = dossier((next += 1));
    await transport('land-registry', 'webhook', 'http://127.0.0.1:1/');
    const id = await send(dossierCode, 1, inMs(1_000));
    await eventually(() => told(id).length > 0, { timeoutMs: 60_000 });
    expect(await voids(dossierCode)).toEqual([1]);
  });

  it.each(['kafka', 'pull', 'webhook'])(
    'to a member by %s that is suspended becomes a void at its deadline, is told of then, and is delivered later',
    async (by) => {
      const dossierCode = dossier((next += 1));
      await transport('land-registry', by, by === 'webhook' ? hook.url : null);
      await bus.setState('land-registry', 'suspended');
      const id = await send(dossierCode, 1, inMs(500));
      await send(dossierCode, 2);
      await eventually(() => told(id).length > 0, { timeoutMs: 60_000, describe: 'the sender to be told' });
      expect(told(id)).toMatchObject([{ recipient: 'land-registry', outcome: 'void', reason: 'expired' }]);
      expect(await voids(dossierCode)).toEqual([1]);
      expect([...posted(dossierCode), ...delivered(dossierCode)]).toEqual([]);

      await bus.setState('land-registry', 'active');
      const seen: string[] = [];
      await eventually(async () => {
        seen.push(...(by === 'pull' ? await pulled(dossierCode) : []));
        return [...seen, ...posted(dossierCode), ...delivered(dossierCode)].length >= 2;
      });
      seen.push(...posted(dossierCode), ...delivered(dossierCode));
      expect(seen.slice(0, 2)).toEqual(['vn.lienthong.protocol.void.v1', specNotice.type]);
    },
  );
});

describe('a message with a deadline whose recipient has no room', () => {
  const ROOM = 3;
  let bus: SpecBus;
  let topics: TopicListener;
  beforeAll(async () => {
    bus = await SpecBus.start({ IN_FLIGHT_PER_RECIPIENT: String(ROOM), REDELIVER_AFTER_MS: '600000' });
    topics = await TopicListener.start(bus.topicPrefix, ['tax', 'land-registry']);
  });
  afterAll(async () => {
    await topics.stop();
    await bus.stop();
  });

  it('becomes a void at its deadline all the same, and its sender is told while the recipient answers nothing', async () => {
    const tax = bus.member('tax');
    const inFlight = Array.from({ length: ROOM }, (_, i) => ({ dossierCode: dossier(100 + i), sequence: 1 }));
    await bus.exchange.process(tax.notices(inFlight));
    await eventually(() => topics.at('land-registry').length === ROOM, { describe: 'the room to be full' });
    const expirytime = instantText(new Date(bus.running.app.get(Clock).now().getTime() + 1_000));
    const [waiting] = tax.notices([{ dossierCode: dossier(200), sequence: 1, attributes: { expirytime } }]);
    await bus.exchange.process(waiting ? [waiting] : []);
    const told = (): object[] =>
      topics
        .at('tax', ({ headers }) => headers.ce_type === 'vn.lienthong.protocol.not-handled.v1')
        .flatMap(({ value }) => (JSON.parse(value) as { items: object[] }).items);
    await eventually(() => told().length > 0, { timeoutMs: 60_000, describe: 'the sender to be told' });
    expect(told()).toMatchObject([{ id: waiting?.headers.ce_id, recipient: 'land-registry', reason: 'expired' }]);
    expect(topics.at('land-registry')).toHaveLength(ROOM);
  });
});
