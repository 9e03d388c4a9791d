import type { Consumer, EachBatchPayload, KafkaMessage } from 'kafkajs';

const COMMIT_EVERY_MS = 500;
const AT_ONCE = 500;
export const PARTITIONS = 3;

/**
 * Consumes topics: what kafkajs hands out in one fetch, of all topics, becomes batches of at most 500;
 * what arrives while one is handled waits for the next. Offsets are committed in the background.
 */
export async function gather(
  consumer: Consumer,
  topics: readonly string[],
  handle: (messages: readonly KafkaMessage[]) => Promise<void>,
): Promise<void> {
  const waiting: { readonly payload: EachBatchPayload; readonly done: () => void }[] = [];
  const next = new Map<string, { topic: string; partition: number; offset: string }>();
  let draining = false;
  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const parts = waiting.splice(0);
      const messages = parts.flatMap(({ payload }) => payload.batch.messages);
      for (let at = 0; at < messages.length; at += AT_ONCE) await handle(messages.slice(at, at + AT_ONCE));
      for (const { payload, done } of parts) {
        const { batch } = payload;
        payload.resolveOffset(batch.lastOffset());
        const { topic, partition } = batch;
        next.set(`${topic}/${partition}`, { topic, partition, offset: String(BigInt(batch.lastOffset()) + 1n) });
        done();
      }
    }
    draining = false;
  };
  const eachBatch = (payload: EachBatchPayload): Promise<void> =>
    new Promise((done) => {
      waiting.push({ payload, done });
      if (draining) return;
      draining = true;
      setImmediate(() => void drain());
    });
  await consumer.connect();
  await consumer.subscribe({ topics: [...topics], fromBeginning: true });
  setInterval(() => {
    const offsets = [...next.values()];
    next.clear();
    if (offsets.length > 0) void consumer.commitOffsets(offsets);
  }, COMMIT_EVERY_MS);
  await consumer.run({
    ...{ autoCommit: false, eachBatchAutoResolve: false, partitionsConsumedConcurrently: topics.length * PARTITIONS },
    eachBatch,
  });
}
