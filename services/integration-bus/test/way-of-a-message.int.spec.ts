import { AcceptedV1, messageOf } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import { createKafka, createProducer, topicNames, type WireRecord } from '@lienthong/messaging';
import { eventually, testInfrastructure } from '@lienthong/testing';
import type { Trace } from '../src/trace/trace';
import { AnswerSender } from '../src/exchange/answer-sender';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';

interface Seen {
  readonly topic: string;
  readonly key: string;
  readonly headers: Record<string, string>;
  readonly value: string;
}

describe('the way of a message through the bus', () => {
  let bus: SpecBus;
  const seen: Seen[] = [];
  const kafka = createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'bus-spec' });
  const producer = createProducer(kafka);
  let consumer: ReturnType<typeof kafka.consumer>;

  beforeAll(async () => {
    bus = await SpecBus.start({ REDELIVER_AFTER_MS: '1000', ASK_AGAIN_MS: '500' });
    const names = topicNames(bus.topicPrefix);
    consumer = kafka.consumer({ groupId: `${bus.topicPrefix}spec` });
    await consumer.connect();
    await consumer.subscribe({ topics: [names.in('land-registry'), names.in('tax')], fromBeginning: true });
    await consumer.run({
      eachMessage: ({ topic, message }) => {
        const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]);
        seen.push({
          topic,
          key: String(message.key),
          headers: Object.fromEntries(headers),
          value: String(message.value),
        });
        return Promise.resolve();
      },
    });
    await producer.connect();
  });

  afterAll(async () => {
    await Promise.all([producer.disconnect(), consumer.disconnect()]);
    await bus.stop();
  });

  const produce = async (records: readonly WireRecord[]): Promise<void> => {
    for (const { topic, key, value, headers } of records) {
      await producer.send({ topic, messages: [{ key, value, headers: headers }] });
    }
  };
  const at = (member: string, match: (one: Seen) => boolean): Seen[] =>
    seen.filter((one) => one.topic === topicNames(bus.topicPrefix).in(member) && match(one));
  const delivered = (dossierCode: string): Seen[] =>
    at('land-registry', ({ headers }) => headers.ce_subject === dossierCode);

  it('delivers what a member wrote, answers the sender, and keeps the recipient’s acknowledgement', async () => {
    const dossierCode = dossier(1);
    const [record] = bus.member('tax').notices([{ dossierCode, sequence: 1 }]);
    if (!record) throw new Error('no record');
    await produce([record]);
    const delivery = await eventually(() => delivered(dossierCode)[0], { describe: 'the delivery' });
    expect(delivery.headers).toMatchObject({
      ...(record.headers as object),
      ce_deliveryepoch: '1',
      ce_deliverysequence: '1',
    });
    expect(delivery.value).toBe(String(record.value));
    expect(delivery.key).toBe(`dossier:${dossierCode}`);
    const accepted = await eventually(() => at('tax', (one) => one.headers.ce_type === messageOf(AcceptedV1).type)[0]);
    const items = [{ stream: `dossier:${dossierCode}`, epoch: 1, from: 1, upTo: 1 }];
    expect(JSON.parse(accepted.value)).toEqual({ items });

    const logId = delivery.headers.ce_logid ?? '';
    const handledAt = instantText(new Date());
    const item = {
      ...{ logId, sender: 'tax', id: String(record.headers.ce_id), stream: `dossier:${dossierCode}` },
      ...{ deliverySequence: 1, outcome: 'handled' as const, at: handledAt },
    };
    await produce(bus.member('land-registry').acknowledgement([item]));
    const api = await bus.api('bus-operator');
    const trace = await eventually(async () => {
      const { body } = await api.get<Trace>(`/trace/${dossierCode}`);
      return body.messages[0]?.deliveries[0]?.state === 'acknowledged' && body;
    });
    expect(trace.messages).toMatchObject([
      {
        ...{ id: record.headers.ce_id, sender: 'tax', senderOffice: 'bien-hoa', subject: dossierCode, logId },
        deliveries: [
          { recipient: 'land-registry', office: 'bien-hoa', deliverySequence: 1, handledAt, outcome: 'handled' },
        ],
      },
    ]);
    const entries = await bus.rows(
      "select 1 from log_entry where kind = 'acknowledgement' and sender = 'land-registry'",
    );
    expect(entries).toHaveLength(1);
  });

  it('produces an unanswered delivery again, with the same id and number', async () => {
    const dossierCode = dossier(2);
    await produce(bus.member('tax').notices([{ dossierCode, sequence: 1 }]));
    const repeats = await eventually(() => delivered(dossierCode).length >= 2 && delivered(dossierCode), {
      timeoutMs: 60_000,
    });
    const identities = repeats.map(
      ({ headers }) => `${headers.ce_id} ${headers.ce_deliverysequence} ${headers.ce_logid}`,
    );
    expect(new Set(identities).size).toBe(1);
  });

  it('asks the sender for missing numbers, again and again while the gap lasts', async () => {
    const dossierCode = dossier(3);
    const [first, second, third] = bus.member('tax').notices([1, 2, 3].map((sequence) => ({ dossierCode, sequence })));
    if (!first || !second || !third) throw new Error('no records');
    await produce([third]);
    const wanted = { items: [{ stream: `dossier:${dossierCode}`, epoch: 1, from: 1, to: 2 }] };
    const asked = (): Seen[] => at('tax', ({ value }) => value === JSON.stringify(wanted) || sameItems(value, wanted));
    await eventually(() => asked().length >= 2, { timeoutMs: 60_000, describe: 'two requests to send again' });
    await produce([first, second]);
    await eventually(
      () => new Set(delivered(dossierCode).map(({ headers }) => headers.ce_deliverysequence)).size === 3,
    );
  });

  it('answers the others while the topic of one member is missing, also after it failed', async () => {
    const accepted = (stream: string) => [{ stream, epoch: 1, from: 1, upTo: 1 }];
    const sender = bus.running.app.get(AnswerSender);
    for (const stream of ['document:first', 'document:second']) {
      const answer = { accepted: accepted(stream), rejected: [], wanted: [] };
      sender.send(
        new Map([
          ['nobody', answer],
          ['tax', answer],
        ]),
      );
      const told = JSON.stringify({ items: accepted(stream) });
      await eventually(() => at('tax', ({ value }) => sameItems(value, JSON.parse(told) as never)).length > 0, {
        timeoutMs: 60_000,
        describe: `the answer about ${stream}`,
      });
    }
  });

  it('asks again for the last word about what the recipient has stashed, until it is handled', async () => {
    const dossierCode = dossier(6);
    const [record] = bus.member('tax').notices([{ dossierCode, sequence: 1 }]);
    if (!record) throw new Error('no record');
    await produce([record]);
    const { headers } = await eventually(() => delivered(dossierCode)[0], { describe: 'the delivery' });
    const item = (outcome: 'stashed' | 'handled', at: string) => ({
      ...{ logId: headers.ce_logid ?? '', sender: 'tax', id: headers.ce_id ?? '', stream: `dossier:${dossierCode}` },
      ...{ deliverySequence: 1, outcome, at },
    });
    const answer = async (outcome: 'stashed' | 'handled', at: string): Promise<void> =>
      produce(bus.member('land-registry').acknowledgement([item(outcome, at)]));
    const row = async () =>
      (
        await bus.rows<{ state: string; outcome: string | null; handled_at: Date; produced_at: Date }>(
          'select state, outcome, handled_at, produced_at from delivery where log_id = $1',
          [headers.ce_logid],
        )
      )[0];
    const first = '2026-08-03T09:00:00.000+07:00';
    await answer('stashed', first);
    const stashed = await eventually(async () => {
      const now = await row();
      return now?.outcome === 'stashed' && now;
    });
    const before = delivered(dossierCode).length;
    await eventually(() => delivered(dossierCode).length > before, { timeoutMs: 60_000, describe: 'the question' });
    await answer('stashed', '2026-08-03T09:00:30.000+07:00');
    await eventually(async () => (await row())?.state === 'acknowledged');
    expect(await row()).toMatchObject({ handled_at: new Date(first), produced_at: stashed.produced_at });
    await answer('handled', '2026-08-03T09:01:00.000+07:00');
    await eventually(async () => (await row())?.outcome === 'handled');
    expect(await row()).toMatchObject({ state: 'acknowledged', handled_at: new Date('2026-08-03T09:01:00+07:00') });
  });

  it('follows causes to messages without a subject, and not into other dossiers', async () => {
    const dossierCode = dossier(4);
    const tax = bus.member('tax');
    const [cause] = tax.notices([{ dossierCode, sequence: 1 }]);
    const causationid = String(cause?.headers.ce_id);
    const document = { partitionkey: 'document:item-4', causationid };
    const [caused] = tax.notices([{ dossierCode, sequence: 1, attributes: { ...document, subject: undefined } }]);
    const [other] = tax.notices([{ dossierCode: dossier(5), sequence: 1, attributes: { causationid } }]);
    await bus.exchange.process([cause, caused, other].filter((one) => one !== undefined));
    const { body } = await (await bus.api('bus-operator')).get<Trace>(`/trace/${dossierCode}`);
    expect(body.messages.map(({ id }) => id)).toEqual([cause?.headers.ce_id, caused?.headers.ce_id]);
  });

  it('shows the trace to bus operators only, and the key directory to everyone', async () => {
    const url = `http://127.0.0.1:${bus.running.port}`;
    expect((await fetch(`${url}/trace/${dossier(1)}`)).status).toBe(401);
    expect((await (await bus.api('monitor')).get(`/trace/${dossier(1)}`)).status).toBe(403);
    const keys = (await (await fetch(`${url}/directory/keys`)).json()) as { member: string; publicJwk: object }[];
    expect(keys.map(({ member }) => member).sort()).toEqual(['intake', 'integration-bus', 'land-registry', 'tax']);
    expect(JSON.stringify(keys)).not.toContain('"d"');
  });
});

function sameItems(value: string, expected: { items: readonly object[] }): boolean {
  const { items } = JSON.parse(value) as { items: readonly object[] };
  return items.some(
    (item) =>
      JSON.stringify(Object.entries(item).sort()) === JSON.stringify(Object.entries(expected.items[0] ?? {}).sort()),
  );
}
