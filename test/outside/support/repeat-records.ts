import { kafkaClient } from '../../../tools/local-infra/src';
import type { OutsideStack } from './outside-stack';

interface Copied {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Record<string, Buffer | string | (Buffer | string)[] | undefined>;
}

/** Writes every delivery of a member's topic once more, as a broker that lost its offsets would. Returns how many. */
export async function repeatDeliveries({ infra, run }: OutsideStack, member: string): Promise<number> {
  const client = kafkaClient(infra.kafka);
  const topic = `${run.topicPrefix}${member}.in`;
  const [admin, consumer, producer] = [
    client.admin(),
    client.consumer({ groupId: `${topic}.copy` }),
    client.producer(),
  ];
  await Promise.all([admin.connect(), consumer.connect(), producer.connect()]);
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
    const deliveries = records.filter(({ headers }) => 'ce_deliverysequence' in headers);
    await producer.send({ topic, messages: deliveries });
    return deliveries.length;
  } finally {
    await Promise.all([admin.disconnect(), consumer.disconnect(), producer.disconnect()]);
  }
}
