import { createKafka, createProducer, DependableProducer, ensureTopics, GatheringConsumer } from '@lienthong/messaging';
import { Client } from 'pg';
import { eventually } from './eventually';
import { TcpProxy } from './tcp-proxy';
import { testPrefix } from './test-prefix';
import { testInfrastructure } from './testing.config';

const nothing = (): void => undefined;
const logger = { debug: nothing, info: nothing, warn: nothing, error: nothing };

describe('a proxy before Kafka', () => {
  const topic = `${testPrefix()}proxied`;
  const heard: string[] = [];
  let proxy: TcpProxy;
  let producer: DependableProducer;
  let consumer: GatheringConsumer;

  beforeAll(async () => {
    proxy = await TcpProxy.toKafka(testInfrastructure().kafka);
    const kafka = createKafka({ brokers: [proxy.address], clientId: 'proxied' });
    producer = new DependableProducer(() => createProducer(kafka));
    consumer = new GatheringConsumer({
      ...{ kafka, groupId: topic, topics: [topic], maxBatch: 10, logger, sessionTimeoutMs: 3_000 },
      prepare: () => ensureTopics(kafka, [topic], { partitions: 1 }),
      process: async (records) => void heard.push(...records.map(({ value }) => String(value))),
    });
    await consumer.start();
  });
  afterAll(async () => {
    proxy?.heal();
    await Promise.all([producer?.disconnect(), consumer?.stop()]);
    await proxy?.close();
  });

  const send = (value: string): Promise<unknown> => producer.send([{ topic, messages: [{ value }] }]);
  /** At least once: a cut before its offsets are committed brings records again. */
  const hears = (values: readonly string[]): Promise<unknown> =>
    eventually(() => [...new Set(heard)].join() === values.join(), {
      ...{ timeoutMs: 60_000, describe: () => `${values.join()}, not ${heard.join()}` },
    });

  it('carries every connection of a producer and a consumer: nothing reaches the broker past it', async () => {
    await send('before');
    await hears(['before']);

    proxy.cut();
    const { bytesToServer, bytesToClient } = proxy.counts;
    await expect(send('lost')).rejects.toThrow();
    expect(proxy.counts).toMatchObject({ bytesToServer, bytesToClient });
    expect(proxy.counts.refused).toBeGreaterThan(0);

    proxy.heal();
    await send('after');
    await hears(['before', 'after']);
  });

  it('fetches, commits and finds its coordinator through a slow and delayed network as well', async () => {
    proxy.delay({ toServerMs: 20, toClientMs: 20 });
    proxy.slow(200_000);
    await send('x'.repeat(20_000));
    await eventually(() => heard.at(-1)?.length === 20_000, { describe: 'the long message' });
    proxy.heal();
  });
});

describe('a proxy before PostgreSQL', () => {
  it('carries queries, loses them when cut, and carries them again', async () => {
    const proxy = await TcpProxy.toPostgres(testInfrastructure().postgres);
    const ask = async (): Promise<number> => {
      const client = new Client({ connectionString: proxy.through(testInfrastructure().postgres) });
      client.on('error', () => undefined);
      await client.connect();
      const asking = client.query<{ n: number }>('select 1 as n, pg_sleep(0.2)');
      if (asked++ === 1) setTimeout(() => proxy.cut(), 50);
      const { rows } = await asking.finally(() => void client.end().catch(() => undefined));
      return rows[0]?.n ?? 0;
    };
    let asked = 0;
    expect(await ask()).toBe(1);
    await expect(ask()).rejects.toThrow(/ECONNRESET|terminated/);
    await expect(ask()).rejects.toThrow(/ECONNRESET|terminated/);
    proxy.heal();
    expect(await ask()).toBe(1);
    await proxy.close();
  });
});
