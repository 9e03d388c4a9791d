import { setTimeout as delay } from 'node:timers/promises';
import { type Admin, type Consumer, Kafka, logLevel } from 'kafkajs';
import type { StackAccess } from '../../../demo/src';

/** One record as it lies in a topic. */
export interface TapeRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly stream: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer | null;
}

const CATCH_UP_MS = 60_000;
const LOOK_EVERY_MS = 10;

/** Follows all topics of a run and keeps every record: what was produced, in which order. */
export class TopicTape {
  private readonly admin: Admin;
  private readonly consumer: Consumer;
  private readonly parts = new Map<string, TapeRecord[]>();
  private readonly held = new Set<string>();

  constructor(private readonly access: Pick<StackAccess, 'brokers' | 'topicPrefix'>) {
    const kafka = new Kafka({
      clientId: 'lienthong-sweep',
      brokers: access.brokers.split(','),
      logLevel: logLevel.NOTHING,
      retry: { retries: 20, maxRetryTime: 2_000 },
    });
    this.admin = kafka.admin();
    this.consumer = kafka.consumer({
      groupId: `${access.topicPrefix}sweep`,
      maxWaitTimeInMs: 100,
      retry: { retries: 20, maxRetryTime: 2_000, restartOnFailure: () => Promise.resolve(true) },
    });
  }

  async open(): Promise<void> {
    await this.admin.connect();
    const topics = (await this.admin.listTopics()).filter(
      (topic) => topic.startsWith(this.access.topicPrefix) && /\.(in|out)$/.test(topic),
    );
    await this.consumer.connect();
    await this.consumer.subscribe({ topics, fromBeginning: true });
    await this.consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch }) => {
        const part = this.part(batch.topic, batch.partition);
        for (const { offset, key, headers, value } of batch.messages) {
          if (Number(offset) < part.length) continue;
          const texts = Object.entries(headers ?? {}).map(([name, text]) => [name, String(text)]);
          const record: TapeRecord = {
            ...{ topic: batch.topic, partition: batch.partition, offset: Number(offset) },
            ...{ stream: String(key), headers: Object.fromEntries(texts) as Record<string, string>, value },
          };
          part[record.offset] = record;
          this.index(record);
        }
      },
    });
  }

  async close(): Promise<void> {
    await this.consumer.disconnect();
    await this.admin.disconnect();
  }

  /** Offsets that a group has committed, by topic and partition. */
  async committed(group: string, topic: string): Promise<ReadonlyMap<number, number>> {
    const [answer] = await this.admin.fetchOffsets({ groupId: group, topics: [topic] });
    return new Map((answer?.partitions ?? []).map(({ partition, offset }) => [partition, Math.max(0, Number(offset))]));
  }

  /** Deletes the records of a topic that have been read here: who has not read them never will. Returns where each partition begins now. */
  async loseRecords(topic: string): Promise<ReadonlyMap<number, number>> {
    const partitions = await this.admin.fetchTopicOffsets(topic);
    const lost = partitions
      .map(({ partition, low }) => ({ partition, low, offset: String(this.part(topic, partition).length) }))
      .filter(({ offset, low }) => Number(offset) > Number(low))
      .map(({ partition, offset }) => ({ partition, offset }));
    if (lost.length > 0) await this.admin.deleteTopicRecords({ topic, partitions: lost });
    return new Map(lost.map(({ partition, offset }) => [partition, Number(offset)]));
  }

  /** Resolves when everything that lies in these topics now has been read. */
  async caughtUp(topics: readonly string[]): Promise<void> {
    for (const topic of topics) {
      for (const { partition, high } of await this.admin.fetchTopicOffsets(topic)) {
        await this.reached(topic, partition, Number(high));
      }
    }
  }

  /** The records of a partition from one offset to before another; waits until they have been read. */
  async between(topic: string, partition: number, range: { from: number; to: number }): Promise<TapeRecord[]> {
    await this.reached(topic, partition, range.to);
    return this.part(topic, partition).slice(range.from, range.to).filter(isRecord);
  }

  /** Whether a topic holds a message, by its id or by `<stream>|<delivery epoch>|<delivery number>`. */
  holds(topic: string, name: string): boolean {
    return this.held.has(`${topic}|${name}`);
  }

  /** All records of a topic, each partition in its order. */
  all(topic: string): TapeRecord[] {
    return [...this.parts]
      .filter(([place]) => place.slice(0, place.lastIndexOf('|')) === topic)
      .flatMap(([, records]) => records.filter(isRecord));
  }

  private index({ topic, stream, headers }: TapeRecord): void {
    this.held.add(`${topic}|${headers['ce_id']}`);
    this.held.add(`${topic}|${stream}|${headers['ce_deliveryepoch']}|${headers['ce_deliverysequence']}`);
  }

  private async reached(topic: string, partition: number, end: number): Promise<void> {
    const part = this.part(topic, partition);
    const giveUpAt = performance.now() + CATCH_UP_MS;
    while (part.length < end) {
      if (performance.now() > giveUpAt) throw new Error(`${topic}/${partition} was read to ${part.length} of ${end}`);
      await delay(LOOK_EVERY_MS);
    }
  }

  private part(topic: string, partition: number): TapeRecord[] {
    const place = `${topic}|${partition}`;
    const part = this.parts.get(place) ?? [];
    this.parts.set(place, part);
    return part;
  }
}

/** Offsets may have holes. */
function isRecord(record: TapeRecord | undefined): record is TapeRecord {
  return record !== undefined;
}
