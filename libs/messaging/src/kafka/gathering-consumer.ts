import type { Consumer, EachBatchPayload, Kafka, OffsetsByTopicPartition } from 'kafkajs';
import { setTimeout as delay } from 'node:timers/promises';
import { fullJitter } from '../back-off';
import { ConsumerLag, type PartitionLag } from './consumer-lag';
import { type Fetched, gather, type Part, placeOf, recordsOf, type WireRecord } from './gathered';
import type { KafkaLogger } from './kafka-client';
import { type NextOffset, OffsetLedger } from './offset-ledger';
import { within } from './within';

export type { WireRecord } from './gathered';

export interface GatheringConsumerOptions {
  readonly kafka: Kafka;
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Runs before each subscription attempt, e.g. creates topics. */
  readonly prepare?: () => Promise<void>;
  readonly maxBatch: number;
  /**
   * Handles one gathered batch whole; a throw brings it again after a back-off. `attempt` counts from 1. When the signal
   * is aborted nobody waits for the result any more: what is not yet committed is to be rolled back.
   */
  process(records: readonly WireRecord[], attempt: number, signal: AbortSignal): Promise<void>;
  readonly logger: KafkaLogger;
  /** A consumer that is silent for this long loses its partitions. The broker takes 1,000 ms at least. */
  readonly sessionTimeoutMs?: number;
  /** One batch may be in work for this long; then it is given up and comes again. */
  readonly batchTimeoutMs?: number;
  /** When stopped, the batch in work may go on for this long before it is aborted. */
  readonly stopGraceMs?: number;
}

/** What a consumer did since the start, and what it waits with. */
export interface ConsumerState {
  readonly joined: boolean;
  /** -1 before the first fetch. */
  readonly lastFetchAgeMs: number;
  /** Groups joined since the start. */
  readonly generation: number;
  readonly batches: number;
  readonly records: number;
  /** Batches that failed for a transient reason and came again. */
  readonly failedBatches: number;
  readonly pausedPartitions: number;
}

const SESSION_TIMEOUT_MS = 10_000;
const BATCH_TIMEOUT_MS = 120_000;
const STOP_GRACE_MS = 3_000;
const COMMIT_EVERY_MS = 500;
const LONGEST_FETCH_MS = 1_000;
/** kafkajs walks all of its workers at each fetch, so there should not be many more than partitions. */
const PARTITIONS_AT_ONCE = 256;
const FIRST_BACK_OFF_MS = 50;
const LONGEST_BACK_OFF_MS = 5_000;
const GONE = new Set(['REBALANCE_IN_PROGRESS', 'ILLEGAL_GENERATION', 'UNKNOWN_MEMBER_ID', 'NOT_COORDINATOR_FOR_GROUP']);

/**
 * Gathers the batches of all assigned partitions into one call of `process`: whatever arrived while the last call ran,
 * at most `maxBatch`, no waiting timer. Offsets are resolved after the call and committed in the background; a transient
 * failure pauses the partitions of the batch and resumes them after a full-jitter back-off.
 */
export class GatheringConsumer {
  private consumer?: Consumer;
  private waiting: Fetched[] = [];
  private draining = false;
  private stopping = false;
  private readonly stopped = new AbortController();
  /** What is asked of the group is asked through the last batch it gave. */
  private latest?: EachBatchPayload;
  private inHand?: AbortController;
  private joined = false;
  private lastFetchAt = 0;
  /** Counts the groups joined; what was fetched in an earlier one may be another's now. */
  private generation = 0;
  /** The group waits for this member to join again. */
  private leaving = false;
  private crashes = 0;
  /** Tries of the records in hand, by topic and partition. */
  private readonly attempts = new Map<string, number>();
  private readonly offsets = new OffsetLedger();
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

  health(): { joined: boolean; lastFetchAgeMs: number; generation: number } {
    const lastFetchAgeMs = this.lastFetchAt === 0 ? -1 : Date.now() - this.lastFetchAt;
    return { joined: this.joined, lastFetchAgeMs, generation: this.generation };
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
        await this.pauseBeforeTry(attempt);
      }
    }
  }

  /** Finishes what is in hand, or gives it back when that takes too long; commits the offsets and leaves the group. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.stopped.abort();
    this.joined = false;
    clearInterval(this.commitTimer);
    const { stopGraceMs = STOP_GRACE_MS } = this.options;
    const late = setTimeout(() => this.inHand?.abort(new Error('the consumer is being stopped')), stopGraceMs);
    await this.active;
    clearTimeout(late);
    await this.commit();
    // Released only now: kafkajs would fetch the same records again while they are in work.
    this.releaseAll();
    for (const resume of this.resumes) resume();
    await this.groupLag.close();
    await this.consumer?.disconnect().catch(() => undefined);
  }

  private get sessionTimeoutMs(): number {
    return this.options.sessionTimeoutMs ?? SESSION_TIMEOUT_MS;
  }

  private async run(): Promise<void> {
    const { kafka, groupId, topics } = this.options;
    const sessionTimeout = this.sessionTimeoutMs;
    const quarter = Math.floor(sessionTimeout / 4);
    const consumer = kafka.consumer({
      groupId,
      sessionTimeout,
      heartbeatInterval: quarter,
      rebalanceTimeout: sessionTimeout,
      // An idle consumer beats between two fetches.
      maxWaitTimeInMs: Math.min(LONGEST_FETCH_MS, quarter),
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
      partitionsConsumedConcurrently: PARTITIONS_AT_ONCE,
      eachBatch: (payload) => this.take(payload),
    });
  }

  private watch(consumer: Consumer): void {
    consumer.on(consumer.events.GROUP_JOIN, () => {
      this.newGeneration();
      this.joined = true;
      this.crashes = 0;
    });
    // Told before the member joins again: the old generation still counts for what is committed now.
    consumer.on(consumer.events.REBALANCING, () => void this.commit());
    consumer.on(consumer.events.FETCH, () => (this.lastFetchAt = Date.now()));
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.joined = false;
      if (this.stopping) return;
      this.options.logger.error({ error: String(payload.error) }, 'the consumer stopped; it joins again');
      void this.restart();
    });
  }

  private newGeneration(): void {
    this.generation += 1;
    this.leaving = false;
    this.offsets.forget();
    this.attempts.clear();
  }

  private async restart(): Promise<void> {
    clearInterval(this.commitTimer);
    this.newGeneration();
    await this.consumer?.disconnect().catch(() => undefined);
    this.crashes += 1;
    await this.pauseBeforeTry(this.crashes);
    await this.start();
  }

  private async pauseBeforeTry(attempt: number): Promise<void> {
    const waitMs = fullJitter(attempt, { firstMs: 200, longestMs: 3_000 });
    await delay(waitMs, undefined, { signal: this.stopped.signal }).catch(() => undefined);
  }

  /** Called once per partition and fetch; resolves when all messages of this payload are dealt with. */
  private take(payload: EachBatchPayload): Promise<void> {
    this.lastFetchAt = Date.now();
    this.latest = payload;
    return new Promise((done) => {
      if (this.stopping) return done();
      this.waiting.push({ payload, generation: this.generation, messages: payload.batch.messages, done });
      if (this.draining) return undefined;
      this.draining = true;
      // kafkajs hands out all partitions of one fetch in the same tick: wait for the others.
      setImmediate(() => {
        this.active = this.drain();
      });
      return undefined;
    });
  }

  /** One heartbeat for all batches of a fetch: a timer for each would never fire when each is short. */
  private async drain(): Promise<void> {
    const beat = setInterval(() => void this.beat(), Math.min(1_000, this.sessionTimeoutMs / 4));
    try {
      while (this.waiting.length > 0 && !this.stopping && !this.leaving) {
        const parts = gather(this.waiting, this.generation, this.options.maxBatch);
        const failed = await this.processTogether(parts);
        if (failed) this.pause(parts);
        else for (const part of parts) this.resolve(part);
      }
    } finally {
      clearInterval(beat);
      this.draining = false;
    }
    // The others wait until this member joins again: what is left comes back, here or there.
    if (this.leaving && !this.stopping) this.releaseAll();
  }

  private async beat(): Promise<void> {
    try {
      await this.latest?.heartbeat();
    } catch (error) {
      if (GONE.has((error as { type?: string }).type ?? '')) this.leaving = true;
    }
  }

  /** Resolves with the failure, if any. */
  private async processTogether(parts: readonly Part[]): Promise<{ readonly error: unknown } | undefined> {
    const records = recordsOf(parts);
    if (records.length === 0) return undefined;
    const { logger, batchTimeoutMs = BATCH_TIMEOUT_MS } = this.options;
    const places = parts.map(({ fetched }) => placeOf(fetched));
    const attempt = 1 + Math.max(0, ...places.map((place) => this.attempts.get(place) ?? 0));
    this.inHand = new AbortController();
    try {
      this.counts.batches += 1;
      await within(batchTimeoutMs, this.inHand, (signal) => this.options.process(records, attempt, signal));
      this.counts.records += records.length;
      for (const place of places) this.attempts.delete(place);
      return undefined;
    } catch (error) {
      this.counts.failedBatches += 1;
      for (const place of places) this.attempts.set(place, attempt);
      const facts = { error: String(error), attempt, records: records.length };
      logger.warn(facts, 'the batch failed; its partitions wait and come again');
      return { error };
    }
  }

  /** What another member owns by now is left to it: it finds these messages handled. */
  private resolve({ fetched, messages }: Part): void {
    const last = messages.at(-1);
    if (last && fetched.generation === this.generation) {
      const { topic, partition } = fetched.payload.batch;
      fetched.payload.resolveOffset(last.offset);
      this.offsets.processed(topic, partition, last.offset);
    }
    fetched.messages = fetched.messages.slice(messages.length);
    if (fetched.messages.length === 0) this.release(fetched);
  }

  /** Returns the batches unresolved: kafkajs fetches them again once resumed. Sleeping here would stop every partition. */
  private pause(parts: readonly Part[]): void {
    const attempt = Math.max(...parts.map(({ fetched }) => this.attempts.get(placeOf(fetched)) ?? 1));
    const waitMs = fullJitter(attempt, { firstMs: FIRST_BACK_OFF_MS, longestMs: LONGEST_BACK_OFF_MS });
    const resumes = parts.map(({ fetched }) => fetched.payload.pause());
    this.options.logger.debug({ waitMs, attempt }, 'partitions paused');
    this.counts.pausedPartitions += parts.length;
    for (const { fetched } of parts) this.release(fetched);
    const resume = (): void => {
      if (this.resumes.delete(resume)) this.counts.pausedPartitions -= parts.length;
      clearTimeout(timer);
      for (const one of resumes) one();
    };
    const timer = setTimeout(resume, waitMs);
    this.resumes.add(resume);
  }

  private release(fetched: Fetched): void {
    this.waiting = this.waiting.filter((other) => other !== fetched);
    fetched.done();
  }

  private releaseAll(): void {
    for (const { done } of this.waiting.splice(0)) done();
  }

  /**
   * A commit on a stale generation is refused and the messages come again: normal, the inbox drops repeats. Not by
   * `consumer.commitOffsets`: that tries again also after a rebalance, with the offsets of the generation before.
   */
  private async commit(): Promise<void> {
    const send = (offsets: readonly NextOffset[]): Promise<void> =>
      this.latest?.commitOffsetsIfNecessary(byTopic(offsets)) ?? Promise.resolve();
    await this.offsets
      .commit(send)
      .catch((error: unknown) => this.options.logger.debug({ error: String(error) }, 'offset commit refused'));
  }
}

function byTopic(offsets: readonly NextOffset[]): OffsetsByTopicPartition {
  const topics = new Map<string, NextOffset[]>();
  for (const next of offsets) topics.set(next.topic, [...(topics.get(next.topic) ?? []), next]);
  return { topics: [...topics].map(([topic, partitions]) => ({ topic, partitions })) };
}
