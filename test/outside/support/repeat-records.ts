import { randomUUID } from 'node:crypto';
import { kafkaClient } from '../../../tools/local-infra/src';
import type { OutsideStack } from './outside-stack';

export interface Copied {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Record<string, Buffer | string | (Buffer | string)[] | undefined>;
}

/** Writes every delivery of a member's topic once more, as a broker that lost its offsets would. Returns how many. */
export async function repeatDeliveries(outside: OutsideStack, member: string): Promise<number> {
  const deliveries = await copiesOf(outside, member);
  const producer = kafkaClient(outside.infra.kafka).producer();
  await producer.connect();
  try {
    await producer.send({ topic: topicOf(outside, member), messages: deliveries });
    return deliveries.length;
  } finally {
    await producer.disconnect();
  }
}

/** Every delivery of a member's topic. */
export async function copiesOf(outside: OutsideStack, member: string): Promise<Copied[]> {
  const client = kafkaClient(outside.infra.kafka);
  const topic = topicOf(outside, member);
  const [admin, consumer] = [client.admin(), client.consumer({ groupId: `${topic}.copy.${randomUUID()}` })];
  await Promise.all([admin.connect(), consumer.connect()]);
  try {
    const ends = await admin.fetchTopicOffsets(topic);
    const wanted = ends.reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
    const records: Copied[] = [];
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      consumer
        .run({
          eachMessage: ({ message: { key, value, headers = {} } }) => {
            records.push({ key, value, headers });
            if (records.length >= wanted) resolve();
            return Promise.resolve();
          },
        })
        .catch(reject);
    });
    return records.filter(({ headers }) => 'ce_deliverysequence' in headers);
  } finally {
    await Promise.all([admin.disconnect(), consumer.disconnect()]);
  }
}

function topicOf({ run }: OutsideStack, member: string): string {
  return `${run.topicPrefix}${member}.in`;
}
