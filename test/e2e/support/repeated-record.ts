import { createKafka, createProducer, topicNames } from '@lienthong/messaging';
import { eventually } from '@lienthong/testing';
import type { StackAccess } from '../../../tools/demo/src';
import { type TopicRecord, topicRecords } from './topic-records';

/** Puts the record of a message a second time where it lies already, byte for byte, and waits until it was read. */
export async function comesAgain(access: StackAccess, { type, about }: Sought): Promise<readonly TopicRecord[]> {
  const { brokers, topicPrefix } = access;
  const records = (await topicRecords(brokers, topicPrefix)).filter(
    ({ headers, key }) => headers['ce_type'] === type && key.endsWith(about),
  );
  const producer = createProducer(createKafka({ brokers: brokers.split(','), clientId: 'e2e-again' }));
  await producer.connect();
  for (const { topic, partition, key, headers, value } of records)
    await producer.send({ topic, messages: [{ partition, key, value, headers: { ...headers } }] });
  await producer.disconnect();
  for (const topic of new Set(records.map((record) => record.topic))) await isRead(access, topic);
  return records;
}

export interface Sought {
  readonly type: string;
  /** End of its key. */
  readonly about: string;
}

/** The one who reads the topic, the bus or the member, has read it to the end. */
async function isRead({ brokers, topicPrefix }: StackAccess, topic: string): Promise<void> {
  const member = topic.slice(topicPrefix.length).replace(/\.(in|out)$/, '');
  const reader = topic === topicNames(topicPrefix).in(member) ? member : 'integration-bus';
  const admin = createKafka({ brokers: brokers.split(','), clientId: 'e2e-offsets' }).admin();
  await admin.connect();
  try {
    const ends = new Map((await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, high]));
    await eventually(
      async () => {
        const [read] = await admin.fetchOffsets({ groupId: `${topicPrefix}${reader}`, topics: [topic] });
        return (read?.partitions ?? []).every(
          ({ partition, offset }) => ends.get(partition) === '0' || BigInt(offset) >= BigInt(ends.get(partition) ?? 0),
        );
      },
      { timeoutMs: 30_000, describe: `${reader} to read ${topic}` },
    );
  } finally {
    await admin.disconnect();
  }
}
