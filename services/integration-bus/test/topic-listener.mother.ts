import { createKafka, createProducer, topicNames, type WireRecord } from '@lienthong/messaging';
import { testInfrastructure } from '@lienthong/testing';

/** One record as it lies in a topic. */
export interface Seen {
  readonly topic: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: string;
}

/** Reads the `.in` topics of some members from their beginning, and writes raw records to any topic. */
export class TopicListener {
  readonly seen: Seen[] = [];

  private constructor(
    private readonly prefix: string,
    private readonly consumer: ReturnType<ReturnType<typeof createKafka>['consumer']>,
    private readonly producer: ReturnType<typeof createProducer>,
  ) {}

  static async start(prefix: string, members: readonly string[]): Promise<TopicListener> {
    const kafka = createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'bus-spec' });
    const consumer = kafka.consumer({ groupId: `${prefix}spec` });
    const listener = new TopicListener(prefix, consumer, createProducer(kafka));
    await Promise.all([consumer.connect(), listener.producer.connect()]);
    await consumer.subscribe({ topics: members.map((member) => topicNames(prefix).in(member)), fromBeginning: true });
    await consumer.run({
      eachMessage: ({ topic, message }) => {
        const headers = Object.entries(message.headers ?? {}).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]);
        const key = String(message.key);
        listener.seen.push({ topic, key, headers: Object.fromEntries(headers), value: String(message.value) });
        return Promise.resolve();
      },
    });
    return listener;
  }

  /** What came to a member, in the order in which it lies in each partition. */
  at(member: string, match: (one: Seen) => boolean = () => true): Seen[] {
    const topic = topicNames(this.prefix).in(member);
    return this.seen.filter((one) => one.topic === topic && match(one));
  }

  /** Delivered to a member in a stream. */
  inStream(member: string, stream: string): Seen[] {
    return this.at(member, ({ key, headers }) => key === stream && headers.ce_deliverysequence !== undefined);
  }

  async produce(records: readonly WireRecord[]): Promise<void> {
    for (const { topic, key, value, headers } of records) {
      const message = { key, value, headers: headers as Record<string, string> };
      await this.producer.send({ topic, messages: [message] });
    }
  }

  async stop(): Promise<void> {
    await Promise.all([this.producer.disconnect(), this.consumer.disconnect()]);
  }
}
