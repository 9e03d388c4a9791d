import type { SignedAttributes } from '@lienthong/envelope';
import { topicNames, type WireRecord } from '@lienthong/messaging';
import { eventually } from '@lienthong/testing';
import { ExchangeConsumer } from '../src/exchange/exchange-consumer';
import { SpecBus } from './bus.mother';
import { dossier, type NoticeWish } from './member.mother';
import { TopicListener } from './topic-listener.mother';

/** Promise 7: through real Kafka, since what breaks there breaks the consumer. */
describe('a faulty record on the topic of a member', () => {
  let bus: SpecBus;
  let topics: TopicListener;
  let number = 0;
  beforeAll(async () => {
    bus = await SpecBus.start();
    topics = await TopicListener.start(bus.topicPrefix, ['tax', 'land-registry']);
  });
  afterAll(async () => {
    await topics.stop();
    await bus.stop();
  });

  const notice = (wish: Partial<NoticeWish> = {}): WireRecord => {
    const dossierCode = dossier((number += 1));
    return bus.member('tax').notices([{ dossierCode, sequence: 1, ...wish }])[0] as WireRecord;
  };
  const named = (attributes: Partial<SignedAttributes>): WireRecord => notice({ attributes });
  const without = (record: WireRecord, header: string): WireRecord => ({
    ...record,
    headers: Object.fromEntries(Object.entries(record.headers).filter(([name]) => name !== header)),
  });
  const on = (record: WireRecord, member: string): WireRecord => ({
    ...record,
    topic: topicNames(bus.topicPrefix).out(member),
  });

  const faults: readonly (readonly [string, string, () => WireRecord])[] = [
    ['of an unknown type', 'integration-bus.GRANT_MISSING', () => named({ type: 'vn.lienthong.tax.unheard-of.v1' })],
    ['of an unknown schema', 'integration-bus.SCHEMA_UNKNOWN', () => named({ dataschema: 'urn:unheard-of' })],
    ['that is broken JSON', 'envelope.NOT_JSON', () => notice({ value: Buffer.from('{"dossierCode":') })],
    ['that is no UTF-8', 'envelope.NOT_UTF8', () => notice({ value: Buffer.from([0xff, 0xfe, 0x00]) })],
    ['without a value (a tombstone)', 'envelope.TOMBSTONE', () => ({ ...notice(), value: null })],
    ['that is too large', 'envelope.TOO_LARGE', () => ({ ...notice(), value: Buffer.alloc(256 * 1024 + 1, 0x20) })],
    ['without one of its headers', 'envelope.HEADER_MISSING', () => without(notice(), 'ce_time')],
    ['without any header', 'envelope.HEADER_MISSING', () => ({ ...notice(), headers: {} })],
    [
      'with a header that says nothing',
      'envelope.HEADER_INVALID',
      () => {
        const record = notice();
        return { ...record, headers: { ...record.headers, ce_sequence: '-1' } };
      },
    ],
    ['on the topic of another member', 'integration-bus.WRONG_TOPIC', () => on(notice(), 'intake')],
    ['under the key of another stream', 'integration-bus.KEY_MISMATCH', () => ({ ...notice(), key: 'dossier:other' })],
    ['without a key', 'integration-bus.KEY_MISMATCH', () => ({ ...notice(), key: null })],
    [
      'that only the bus may send',
      'integration-bus.PROTOCOL_UNEXPECTED',
      () => named({ type: 'vn.lienthong.protocol.void.v1', partitionkey: 'member:tax', epoch: '0', sequence: '0' }),
    ],
  ];

  it.each(faults)(
    '%s is rejected with its own cause (%s), in the log, and what follows it is taken',
    async (_what, code, make) => {
      const refusals = async (): Promise<number> => {
        const rows = await bus.rows<{ n: number }>(
          "select count(*)::int as n from log_entry where kind = 'rejected' and verdict ->> 'code' = $1",
          [code],
        );
        return rows[0]?.n ?? 0;
      };
      const before = await refusals();
      const good = notice();
      await topics.produce([make(), good]);
      await eventually(async () => (await refusals()) === before + 1, { describe: `${code} in the log` });
      const following = (): boolean =>
        topics.at('land-registry', ({ headers }) => headers.ce_id === good.headers.ce_id).length > 0;
      await eventually(following, { describe: 'the message that follows' });
      expect(await refusals()).toBe(before + 1);
    },
  );

  it('is read once: no batch failed for it, and nothing is left to read', async () => {
    const consumer = bus.running.app.get(ExchangeConsumer);
    const lag = async (): Promise<number | undefined> =>
      (await consumer.lag())?.reduce((sum, partition) => sum + partition.lag, 0);
    await eventually(async () => (await lag()) === 0, { describe: 'no lag' });
    expect(consumer.state()?.failedBatches).toBe(0);
  });
});
