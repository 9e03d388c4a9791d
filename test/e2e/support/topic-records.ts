import { createKafka } from '@lienthong/messaging';

export interface TopicRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer;
}

/** Every record that lies in the topics of a run at this moment, in the order of each partition. */
export async function topicRecords(brokers: string, topicPrefix: string): Promise<TopicRecord[]> {
  const kafka = createKafka({ brokers: brokers.split(','), clientId: 'e2e-reader' });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(topicPrefix));
  const ends = new Map<string, bigint>();
  for (const topic of topics) {
    for (const { partition, low, high } of await admin.fetchTopicOffsets(topic)) {
      if (BigInt(high) > BigInt(low)) ends.set(`${topic}|${partition}`, BigInt(high));
    }
  }
  await admin.disconnect();
  const records: TopicRecord[] = [];
  if (ends.size === 0) return records;
  const consumer = kafka.consumer({ groupId: `${topicPrefix}e2e-${Date.now()}`, maxWaitTimeInMs: 50 });
  await consumer.connect();
  await consumer.subscribe({
    topics: [...new Set([...ends.keys()].map((place) => place.split('|')[0] ?? ''))],
    fromBeginning: true,
  });
  await new Promise<void>((resolve, reject) => {
    consumer
      .run({
        autoCommit: false,
        eachMessage: async ({ topic, partition, message }) => {
          const headers = Object.fromEntries(
            Object.entries(message.headers ?? {}).map(([name, text]) => [name, String(text)]),
          );
          const { offset, key, value } = message;
          records.push({ topic, partition, offset, key: String(key), headers, value: value ?? Buffer.alloc(0) });
          const place = `${topic}|${partition}`;
          if (BigInt(offset) + 1n >= (ends.get(place) ?? 0n)) ends.delete(place);
          if (ends.size === 0) resolve();
        },
      })
      .catch(reject);
  });
  await consumer.disconnect();
  return records;
}
