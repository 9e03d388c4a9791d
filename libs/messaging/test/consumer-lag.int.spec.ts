import { eventually, testInfrastructure, testPrefix } from '@lienthong/testing';
import { createKafka, createProducer, ensureTopics, GatheringConsumer, nestLog } from '../src';
import { ConsumerLag } from '../src/kafka/consumer-lag';

const logger = { ...nestLog('test'), debug: () => undefined, info: () => undefined, warn: () => undefined };

describe('the lag of a consumer', () => {
  const topic = `${testPrefix()}tax.in`;
  const kafka = createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'lag-spec', logger });
  const total = (lag: readonly { lag: number }[] | undefined): number | undefined =>
    lag?.reduce((sum, one) => sum + one.lag, 0);

  async function lagOf(groupId: string): Promise<number | undefined> {
    const lag = new ConsumerLag(kafka, groupId, [topic]);
    try {
      return total(await lag.current());
    } finally {
      await lag.close();
    }
  }

  beforeAll(async () => {
    await ensureTopics(kafka, [topic], { partitions: 3 });
    const producer = createProducer(kafka);
    await producer.connect();
    const messages = Array.from({ length: 30 }, (_, i) => ({ key: `dossier:${i}`, value: 'x' }));
    await producer.send({ topic, messages });
    await producer.disconnect();
  });

  it('counts every record for a group that never fetched, by partition', async () => {
    const lag = new ConsumerLag(kafka, `${topic}-new`, [topic]);
    const parts = await lag.current();
    await lag.close();
    expect(parts?.map(({ partition }) => partition).sort()).toEqual([0, 1, 2]);
    expect(total(parts)).toBe(30);
  });

  it('falls to nothing when the group has committed, and stands while the work fails', async () => {
    let fails = true;
    const consumer = new GatheringConsumer({
      kafka,
      groupId: `${topic}-working`,
      topics: [topic],
      maxBatch: 500,
      process: () => (fails ? Promise.reject(new Error('the database is away')) : Promise.resolve()),
      logger,
    });
    await consumer.start();
    await eventually(() => consumer.state().failedBatches > 1 && consumer.state().pausedPartitions > 0);
    expect(await lagOf(`${topic}-working`)).toBe(30);
    fails = false;
    await eventually(async () => (await lagOf(`${topic}-working`)) === 0);
    await eventually(() => consumer.state().pausedPartitions === 0);
    expect(consumer.state()).toMatchObject({ joined: true, records: 30 });
    expect(consumer.state().batches).toBeGreaterThan(consumer.state().failedBatches);
    await consumer.stop();
  });

  it('does not count records that retention has removed', async () => {
    const admin = kafka.admin();
    await admin.connect();
    const ends = await admin.fetchTopicOffsets(topic);
    await admin.deleteTopicRecords({
      topic,
      partitions: ends.map(({ partition, high }) => ({ partition, offset: high })),
    });
    await admin.disconnect();
    expect(await lagOf(`${topic}-late`)).toBe(0);
  });

  it('is not known while the broker is away, and nobody waits for it', async () => {
    const nobody = createKafka({ brokers: ['127.0.0.1:1'], clientId: 'lag-spec' });
    const began = performance.now();
    const lag = new ConsumerLag(nobody, 'nobody', [topic]);
    expect(await lag.current()).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(3_000);
    await lag.close();
  });
});
