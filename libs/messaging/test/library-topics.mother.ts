import { testInfrastructure, testPrefix } from '@lienthong/testing';
import { createKafka, createProducer, DependableProducer, ensureTopics, topicNames, type WireRecord } from '../src';
import { quiet } from './consumers.mother';

/** The topics of one member `library`, as the bus and an onlooker see them. */
export class LibraryTopics {
  readonly prefix = testPrefix();
  readonly in = topicNames(this.prefix).in('library');
  readonly out = topicNames(this.prefix).out('library');
  readonly group = `${this.prefix}library`;
  readonly brokers = testInfrastructure().kafka.split(',');
  readonly kafka = createKafka({ brokers: this.brokers, clientId: 'bus', logger: quiet });
  private readonly producer = new DependableProducer(() => createProducer(this.kafka));
  private made?: Promise<void>;

  constructor(readonly partitions: number) {}

  /** Makes them, unless they are there. */
  ensure(): Promise<void> {
    this.made ??= ensureTopics(this.kafka, [this.in, this.out], { partitions: this.partitions });
    return this.made;
  }

  /** Produces deliveries as the bus does: in this order, by stream. */
  async deliver(records: readonly WireRecord[]): Promise<void> {
    await this.ensure();
    const messages = records.map(({ key, value, headers }) => ({
      key,
      value,
      headers: Object.fromEntries(Object.entries(headers).filter(([, text]) => text !== undefined)) as never,
    }));
    await this.producer.send([{ topic: this.in, messages }]);
  }

  /** Committed offsets of the member's group and ends of its topic, by partition. */
  async offsets(): Promise<{ readonly committed: number; readonly end: number }[]> {
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const ends = await admin.fetchTopicOffsets(this.in);
      const [of] = await admin.fetchOffsets({ groupId: this.group, topics: [this.in] });
      const committed = new Map(of?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
      return ends.map(({ partition, high }) => ({
        committed: Math.max(0, committed.get(partition) ?? 0),
        end: Number(high),
      }));
    } finally {
      await admin.disconnect();
    }
  }

  /** Every record of the member's topic is done with. */
  async areCommitted(): Promise<boolean> {
    return (await this.offsets()).every(({ committed, end }) => committed === end);
  }

  close(): Promise<void> {
    return this.producer.disconnect();
  }
}
