import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import { setTimeout as delay } from 'node:timers/promises';
import { fullJitter } from '../back-off';
import { ConsumerLag, type PartitionLag } from './consumer-lag';
import type { KafkaLogger } from './kafka-client';

/** One record as Kafka holds it. */
export interface WireRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, Buffer | string | undefined>>;
}

export interface GatheringConsumerOptions {
  readonly kafka: Kafka;
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Runs before each subscription attempt, e.g. creates topics. */
  readonly prepare?: () => Promise<void>;
  readonly maxBatch: number;
  /** Handles one gathered batch whole; a throw brings it again after a back-off. `attempt` counts from 1. */
  process(records: readonly WireRecord[], attempt: number): Promise<void>;
  readonly logger: KafkaLogger;
  readonly sessionTimeoutMs?: number;
}

/** What a consumer did since the start, and what it waits with. */
export interface ConsumerState {
  readonly joined: boolean;
  /** -1 before the first fetch. */
  readonly lastFetchAgeMs: number;
  readonly batches: number;
  readonly records: number;
  /** Batches that failed for a transient reason and came again. */
  readonly failedBatches: number;
  readonly pausedPartitions: number;
}

interface Waiting {
  readonly payload: EachBatchPayload;
  /** Messages not yet processed. */
  messages: readonly KafkaMessage[];
  readonly done: () => void;
}

const COMMIT_EVERY_MS = 500;
const FIRST_BACK_OFF_MS = 50;
const LONGEST_BACK_OFF_MS = 5_000;

/**
 * Gathers the batches of all assigned partitions into one call of `process`: whatever arrived while the last call ran,
 * at most `maxBatch`, no waiting timer. Offsets are resolved after the call and committed in the background; a transient
 * failure pauses the partitions of the batch and resumes them after a full-jitter back-off.
 */
export class GatheringConsumer {
  private consumer?: Consumer;
  private waiting: Waiting[] = [];
  private running = false;
  private stopping = false;
  private readonly stopped = new AbortController();
  private joined = false;
  private lastFetchAt = 0;
  /** Tries of the records in hand, by topic and partition. */
  private readonly attempts = new Map<string, number>();
  private readonly resolved = new Map<string, { topic: string; partition: number; offset: string }>();
  private readonly resumes = new Set<() => void>();
  private commitTimer?: NodeJS.Timeout;
  private active: Promise<void> = Promise.resolve();
  private readonly counts = { batches: 0, records: 0, failedBatches: 0, pausedPartitions: 0 };
  private readonly groupLag: ConsumerLag;

  constructor(private readonly options: GatheringConsumerOptions) {
    this.groupLag = new ConsumerLag(options.kafka, options.groupId, options.topics);
  }

  state(): ConsumerState {
    return { ...this.health(), ...this.counts };
  }

  /** Records that the group has not committed yet, by partition; `undefined` while the broker does not answer. */
  lag(): Promise<readonly PartitionLag[] | undefined> {
    return this.groupLag.current();
  }

  health(): { joined: boolean; lastFetchAgeMs: number } {
    return { joined: this.joined, lastFetchAgeMs: this.lastFetchAt === 0 ? -1 : Date.now() - this.lastFetchAt };
  }

  /** Joins the group; keeps trying while the broker is away, so it resolves when the first subscription stands. */
  async start(): Promise<void> {
    for (let attempt = 1; !this.stopping; attempt += 1) {
      try {
        await this.options.prepare?.();
        await this.run();
        // A stop that came while joining found nothing to leave yet.
        if (this.stopping) await this.consumer?.disconnect().catch(() => undefined);
        return;
      } catch (error) {
        if (this.stopping) return;
        this.options.logger.warn({ error: String(error), attempt }, 'the broker is not reachable yet; trying again');
        await this.consumer?.disconnect().catch(() => undefined);
        const waitMs = fullJitter(attempt, { firstMs: 200, longestMs: 3_000 });
        await delay(waitMs, undefined, { signal: this.stopped.signal }).catch(() => undefined);
      }
    }
  }

  /** Finishes or returns what is in hand, commits the offsets and leaves the group. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.stopped.abort();
    this.joined = false;
    clearInterval(this.commitTimer);
    await this.active;
    // Released only now: kafkajs would fetch the same records again while they are in work.
    for (const { done } of this.waiting.splice(0)) done();
    for (const resume of this.resumes) resume();
    await this.commit();
    await this.groupLag.close();
    await this.consumer?.disconnect().catch(() => undefined);
  }

  private async run(): Promise<void> {
    const { kafka, groupId, topics, sessionTimeoutMs = 10_000 } = this.options;
    const consumer = kafka.consumer({
      groupId,
      sessionTimeout: sessionTimeoutMs,
      heartbeatInterval: Math.floor(sessionTimeoutMs / 4),
      rebalanceTimeout: sessionTimeoutMs,
      maxWaitTimeInMs: 1_000,
      allowAutoTopicCreation: false,
      // Restarting is ours: kafkajs would go on reconnecting after a stop.
      retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 6, restartOnFailure: () => Promise.resolve(false) },
    });
    this.consumer = consumer;
    this.watch(consumer);
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    if (this.stopping) return;
    this.commitTimer = setInterval(() => void this.commit(), COMMIT_EVERY_MS);
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 10_000,
      eachBatch: (payload) => this.gather(payload),
    });
  }

  private watch(consumer: Consumer): void {
    consumer.on(consumer.events.GROUP_JOIN, () => {
      this.resolved.clear();
      this.joined = true;
    });
    consumer.on(consumer.events.FETCH, () => (this.lastFetchAt = Date.now()));
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.joined = false;
      if (this.stopping) return;
      this.options.logger.error({ error: String(payload.error) }, 'the consumer stopped; it joins again');
      void this.restart();
    });
  }

  private async restart(): Promise<void> {
    clearInterval(this.commitTimer);
    await this.consumer?.disconnect().catch(() => undefined);
    await this.start();
  }

  /** Called once per partition and fetch; resolves when all messages of this payload are dealt with. */
  private gather(payload: EachBatchPayload): Promise<void> {
    this.lastFetchAt = Date.now();
    return new Promise((done) => {
      if (this.stopping) return done();
      this.waiting.push({ payload, messages: payload.batch.messages, done });
      if (this.running) return undefined;
      this.running = true;
      // kafkajs hands out all partitions of one fetch in the same tick: wait for the others.
      setImmediate(() => {
        this.active = this.drain();
      });
      return undefined;
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0 && !this.stopping) {
      const taken = this.take();
      const failed = await this.processTaken(taken);
      if (failed)
        this.pause(
          taken.map(({ entry }) => entry),
          failed,
        );
      else for (const part of taken) this.resolve(part);
    }
    this.running = false;
  }

  private take(): { entry: Waiting; messages: readonly KafkaMessage[] }[] {
    const taken: { entry: Waiting; messages: readonly KafkaMessage[] }[] = [];
    let room = this.options.maxBatch;
    for (const entry of this.waiting) {
      if (room === 0) break;
      if (entry.payload.isStale() || !entry.payload.isRunning()) entry.messages = [];
      const messages = entry.messages.slice(0, room);
      room -= messages.length;
      taken.push({ entry, messages });
    }
    return taken;
  }

  private async processTaken(
    taken: readonly { entry: Waiting; messages: readonly KafkaMessage[] }[],
  ): Promise<unknown> {
    const records = taken.flatMap(({ entry, messages }) => messages.map((message) => toRecord(entry.payload, message)));
    if (records.length === 0) return undefined;
    const beat = setInterval(() => void taken[0]?.entry.payload.heartbeat().catch(() => undefined), 1_000);
    const places = taken.map(({ entry }) => placeOf(entry));
    const attempt = 1 + Math.max(0, ...places.map((place) => this.attempts.get(place) ?? 0));
    try {
      this.counts.batches += 1;
      await this.options.process(records, attempt);
      this.counts.records += records.length;
      for (const place of places) this.attempts.delete(place);
      return undefined;
    } catch (error) {
      this.counts.failedBatches += 1;
      for (const place of places) this.attempts.set(place, attempt);
      const facts = { error: String(error), attempt, records: records.length };
      this.options.logger.warn(facts, 'the batch failed; its partitions wait and come again');
      return error;
    } finally {
      clearInterval(beat);
    }
  }

  private resolve({ entry, messages }: { entry: Waiting; messages: readonly KafkaMessage[] }): void {
    const last = messages.at(-1);
    const { topic, partition } = entry.payload.batch;
    if (last && !entry.payload.isStale()) {
      entry.payload.resolveOffset(last.offset);
      this.resolved.set(placeOf(entry), { topic, partition, offset: String(BigInt(last.offset) + 1n) });
    }
    entry.messages = entry.messages.slice(messages.length);
    if (entry.messages.length === 0) this.release(entry);
  }

  /** Returns the batches unresolved: kafkajs fetches them again once resumed. Sleeping here would stop every partition. */
  private pause(entries: readonly Waiting[], error: unknown): void {
    const attempt = Math.max(...entries.map((entry) => this.attempts.get(placeOf(entry)) ?? 1));
    const waitMs = fullJitter(attempt, { firstMs: FIRST_BACK_OFF_MS, longestMs: LONGEST_BACK_OFF_MS });
    const resumes = entries.map((entry) => entry.payload.pause());
    this.counts.pausedPartitions += entries.length;
    this.options.logger.debug({ waitMs, error: String(error) }, 'partitions paused');
    for (const entry of entries) this.release(entry);
    const resume = (): void => {
      if (this.resumes.delete(resume)) this.counts.pausedPartitions -= entries.length;
      clearTimeout(timer);
      for (const one of resumes) one();
    };
    const timer = setTimeout(resume, waitMs);
    this.resumes.add(resume);
  }

  private release(entry: Waiting): void {
    this.waiting = this.waiting.filter((other) => other !== entry);
    entry.done();
  }

  /** A commit on a stale generation fails and the messages come again: normal, the inbox drops repeats. */
  private async commit(): Promise<void> {
    if (!this.consumer || this.resolved.size === 0) return;
    const offsets = [...this.resolved.values()];
    this.resolved.clear();
    await this.consumer.commitOffsets(offsets).catch((error: unknown) => {
      this.options.logger.debug({ error: String(error) }, 'offset commit refused');
    });
  }
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

function placeOf({ payload: { batch } }: Waiting): string {
  return `${batch.topic}/${batch.partition}`;
}
