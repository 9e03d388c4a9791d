import { randomBytes } from 'node:crypto';
import { testInfrastructure } from '@lienthong/testing';
import type { Kafka } from 'kafkajs';
import {
  createKafka,
  createProducer,
  ensureTopics,
  GatheringConsumer,
  type GatheringConsumerOptions,
  nestLog,
  type WireRecord,
} from '../src';

export const quiet = {
  ...nestLog('test'),
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** One topic of its own, what is produced to it, and the consumers of one group. */
export class ConsumerBench {
  readonly kafka: Kafka = createKafka({
    brokers: testInfrastructure().kafka.split(','),
    clientId: 'bench',
    logger: quiet,
  });
  readonly topic = `lt.test-${randomBytes(6).toString('hex')}.library.in`;
  readonly groupId = this.topic.replace('library.in', 'library');
  private readonly producer = createProducer(this.kafka);
  private readonly consumers: GatheringConsumer[] = [];

  static async open(partitions: number): Promise<ConsumerBench> {
    const bench = new ConsumerBench();
    await ensureTopics(bench.kafka, [bench.topic], { partitions });
    await bench.producer.connect();
    return bench;
  }

  /** Writes values to one partition, in order. */
  async produce(partition: number, values: readonly string[]): Promise<void> {
    const messages = values.map((value) => ({ partition, value }));
    await this.producer.send({ topic: this.topic, messages });
  }

  /** One more consumer of the group; it has joined when this resolves. */
  async consumer(
    process: GatheringConsumerOptions['process'],
    more: Partial<GatheringConsumerOptions> = {},
  ): Promise<GatheringConsumer> {
    const { kafka, groupId, topic } = this;
    const options = { kafka, groupId, topics: [topic], maxBatch: 500, sessionTimeoutMs: 1_500, logger: quiet };
    const consumer = new GatheringConsumer({ ...options, ...more, process });
    this.consumers.push(consumer);
    await consumer.start();
    return consumer;
  }

  /** Committed offsets of the group by partition; -1 where there is none. */
  async committed(): Promise<Record<number, number>> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const [of] = await admin.fetchOffsets({ groupId: this.groupId, topics: [this.topic] });
      return Object.fromEntries((of?.partitions ?? []).map(({ partition, offset }) => [partition, Number(offset)]));
    } finally {
      await admin.disconnect();
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.consumers.map((consumer) => consumer.stop()));
    await this.producer.disconnect();
  }
}

export const valuesOf = (records: readonly WireRecord[]): string[] => records.map(({ value }) => String(value));
