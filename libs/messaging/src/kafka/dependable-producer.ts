import type { Message, Producer, TopicMessages } from 'kafkajs';

/** Bytes of one topic in one request: the broker's limit for a record batch is 1 MiB. */
const MOST_BYTES = 800_000;
/** Headers of a message: signature, path and attributes. */
const HEADERS_BYTES = 2_000;

/**
 * A producer that connects at the first send and is thrown away after a failed one: the broker may have written what it
 * did not confirm, and the old producer's numbering is then in doubt.
 */
export class DependableProducer {
  private producer?: Producer;

  constructor(private readonly make: () => Producer) {}

  /** Resolves when every record is written by all in-sync replicas; records of one topic keep their order. */
  async send(topics: readonly TopicMessages[]): Promise<void> {
    const producer = await this.connect();
    try {
      for (const round of rounds(topics)) await producer.sendBatch({ acks: -1, topicMessages: round });
    } catch (error) {
      await this.disconnect();
      throw error;
    }
  }

  async connect(): Promise<Producer> {
    if (this.producer) return this.producer;
    const producer = this.make();
    await producer.connect();
    this.producer = producer;
    return producer;
  }

  async disconnect(): Promise<void> {
    const producer = this.producer;
    this.producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }
}

/** Cuts large sends: each round holds at most `MOST_BYTES` of a topic, so that a backlog never exceeds the broker's limit. */
export function rounds(topics: readonly TopicMessages[]): TopicMessages[][] {
  const result: TopicMessages[][] = [];
  const places = new Map<string, { round: number; bytes: number }>();
  for (const { topic, messages } of topics) {
    const place = places.get(topic) ?? { round: 0, bytes: 0 };
    places.set(topic, place);
    for (const message of messages) {
      const size = (message.value?.length ?? 0) + HEADERS_BYTES;
      if (place.bytes > 0 && place.bytes + size > MOST_BYTES) {
        place.round += 1;
        place.bytes = 0;
      }
      place.bytes += size;
      add((result[place.round] ??= []), topic, message);
    }
  }
  return result;
}

function add(round: TopicMessages[], topic: string, message: Message): void {
  const open = round.find((one) => one.topic === topic);
  if (open) open.messages.push(message);
  else round.push({ topic, messages: [message] });
}
