import type { EachBatchPayload, KafkaMessage } from 'kafkajs';

/** One record as Kafka holds it. */
export interface WireRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer | string | undefined>>;
}

/** What one fetch brought of one partition, until all of it is dealt with. */
export interface Fetched {
  readonly payload: EachBatchPayload;
  /** Generation of the group in which it was fetched. */
  readonly generation: number;
  /** Messages not yet processed. */
  messages: readonly KafkaMessage[];
  /** Hands the partition back to kafkajs. */
  readonly done: () => void;
}

/** The part of one fetched partition that is in one gathered batch. */
export interface Part {
  readonly fetched: Fetched;
  readonly messages: readonly KafkaMessage[];
}

/** How fast the records of a topic may be taken; what may not yet waits where it is. */
export interface Pace {
  /** How many records of the topic may be taken now. */
  room(topic: string): number;
  taken(topic: string, records: number, bytes: number): void;
}

export interface GatherLimits {
  readonly generation: number;
  readonly limit: number;
  readonly pace?: Pace | undefined;
}

/** The next messages of all partitions, at most `limit`; those of an older generation are another's by now and are left out. */
export function gather(waiting: readonly Fetched[], { generation, limit, pace }: GatherLimits): Part[] {
  const parts: Part[] = [];
  let room = limit;
  for (const fetched of waiting) {
    if (room === 0) break;
    if (fetched.generation !== generation || !fetched.payload.isRunning()) fetched.messages = [];
    const { topic } = fetched.payload.batch;
    const messages = fetched.messages.slice(0, pace ? Math.min(room, pace.room(topic)) : room);
    if (messages.length > 0) pace?.taken(topic, messages.length, bytesOf(messages));
    room -= messages.length;
    parts.push({ fetched, messages });
  }
  return parts;
}

function bytesOf(messages: readonly KafkaMessage[]): number {
  return messages.reduce((sum, { value }) => sum + (value?.length ?? 0), 0);
}

export function recordsOf(parts: readonly Part[]): WireRecord[] {
  return parts.flatMap(({ fetched, messages }) => messages.map((message) => toRecord(fetched.payload, message)));
}

export function placeOf({ payload: { batch } }: Fetched): string {
  return `${batch.topic}/${batch.partition}`;
}

function toRecord({ batch }: EachBatchPayload, message: KafkaMessage): WireRecord {
  return {
    topic: batch.topic,
    partition: batch.partition,
    offset: message.offset,
    key: message.key?.toString() ?? null,
    value: message.value,
    headers: (message.headers ?? {}) as WireRecord['headers'],
  };
}
