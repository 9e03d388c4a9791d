import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Admin, Consumer, Kafka } from 'kafkajs';
import { type KafkaAddress, kafkaClient } from '../../../local-infra/src';
import { WrongInput } from '../input/fault';

export interface Coordinates {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/** First occurrence of a message in a topic, by `<topic>|<message id>`. */
export type CoordinateIndex = ReadonlyMap<string, Coordinates>;

type Range = Map<string, { readonly from: bigint; readonly to: bigint }>;

/** What a broker does that wants credentials and gets none. */
function isHungUp(error: unknown): boolean {
  return error instanceof Error && (error.name === 'KafkaJSConnectionClosedError' || isHungUp(error.cause));
}

const BROKER_IS_SECURED = {
  path: '--attach',
  message:
    'the broker hangs up on who brings no credentials; where it is a secured one: export LIENTHONG_KAFKA=secured, and LIENTHONG_HOME where its passwords lie',
};

const readTimeoutMs = 60_000;

/** Reads the topics of a run between two moments. Open it before the dossiers start, `read` after they ended. */
export class TopicReader {
  private readonly kafka: Kafka;
  private readonly admin: Admin;
  private readonly isStranger: boolean;
  private topics: readonly string[] = [];
  private starts = new Map<string, string>();

  constructor(
    { brokers, kafkaAccess: access }: { readonly brokers: string; readonly kafkaAccess?: KafkaAddress['access'] },
    private readonly topicPrefix: string,
  ) {
    this.kafka = kafkaClient({ brokers, ...(access && { access }) });
    this.isStranger = access === undefined;
    this.admin = this.kafka.admin();
  }

  async open(): Promise<void> {
    const all = await this.allTopics().catch((error: unknown) => {
      throw this.isStranger && isHungUp(error) ? new WrongInput([BROKER_IS_SECURED]) : error;
    });
    this.topics = all.filter((topic) => topic.startsWith(this.topicPrefix) && /\.(in|out)$/.test(topic));
    this.starts = await this.ends();
  }

  async close(): Promise<void> {
    await this.admin.disconnect();
  }

  async read(messageIds: ReadonlySet<string>): Promise<CoordinateIndex> {
    const found = new Map<string, Coordinates>();
    const ranges: Range = new Map();
    for (const [place, end] of await this.ends()) {
      const from = BigInt(this.starts.get(place) ?? '0');
      if (from < BigInt(end)) ranges.set(place, { from, to: BigInt(end) });
    }
    if (ranges.size === 0) return found;
    const groupId = `${this.topicPrefix}demo-${randomUUID()}`;
    const consumer = this.kafka.consumer({ groupId, maxWaitTimeInMs: 20, retry: { retries: 3 } });
    await consumer.connect();
    try {
      await this.scan(consumer, ranges, (coordinates, id) => {
        const key = `${coordinates.topic}|${id}`;
        if (messageIds.has(id) && !found.has(key)) found.set(key, coordinates);
      });
    } finally {
      await consumer.disconnect();
      await this.admin.deleteGroups([groupId]).catch(() => undefined);
    }
    return found;
  }

  private async allTopics(): Promise<readonly string[]> {
    await this.admin.connect();
    return this.admin.listTopics();
  }

  private async scan(
    consumer: Consumer,
    ranges: Range,
    onRecord: (at: Coordinates, id: string) => void,
  ): Promise<void> {
    const topics = new Set([...ranges.keys()].map((place) => place.slice(0, place.lastIndexOf('|'))));
    const open = new Set(ranges.keys());
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`the topics were not read within ${readTimeoutMs} ms`)),
        readTimeoutMs,
      );
      const finish = (): void => {
        clearTimeout(late);
        resolve();
      };
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      consumer
        .run({
          autoCommit: false,
          eachBatch: async ({ batch }) => {
            const place = `${batch.topic}|${batch.partition}`;
            for (const { offset, headers } of batch.messages)
              onRecord({ topic: batch.topic, partition: batch.partition, offset }, String(headers?.['ce_id'] ?? ''));
            if (BigInt(batch.lastOffset()) + 1n >= (ranges.get(place)?.to ?? 0n)) open.delete(place);
            if (open.size === 0) finish();
          },
        })
        .then(() => {
          for (const [place, { from }] of ranges) {
            const at = place.lastIndexOf('|');
            consumer.seek({ topic: place.slice(0, at), partition: Number(place.slice(at + 1)), offset: String(from) });
          }
        }, reject);
    });
  }

  /** A partition of a topic that was made a moment ago may not have found its leader. */
  private async offsetsOf(topic: string, tries = 50): Promise<{ readonly partition: number; readonly high: string }[]> {
    try {
      return await this.admin.fetchTopicOffsets(topic);
    } catch (error) {
      const { type = '' } = error as { readonly type?: string };
      if (tries <= 1 || !/LEADER/.test(type)) throw error;
      await delay(100);
      return this.offsetsOf(topic, tries - 1);
    }
  }

  private async ends(): Promise<Map<string, string>> {
    const ends = new Map<string, string>();
    await Promise.all(
      this.topics.map(async (topic) => {
        for (const { partition, high } of await this.offsetsOf(topic)) ends.set(`${topic}|${partition}`, high);
      }),
    );
    return ends;
  }
}
