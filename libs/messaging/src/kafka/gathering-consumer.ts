import type { Consumer, EachBatchPayload } from 'kafkajs';
import { setTimeout as delay } from 'node:timers/promises';
import { fullJitter } from '../back-off';
import { type PlainCause, plainCause } from '../plain-cause';
import type { ConsumerState, GatheringConsumerOptions } from './consumer-options';
import { ConsumerLag, type PartitionLag } from './consumer-lag';
import { FetchQueue } from './fetch-queue';
import { type Part, recordsOf } from './gathered';
import { groupConsumer } from './group-consumer';
import { byTopic, type NextOffset, OffsetLedger } from './offset-ledger';
import { PartitionBackOff } from './partition-back-off';
import { within } from './within';

const SESSION_TIMEOUT_MS = 10_000;
const BATCH_TIMEOUT_MS = 120_000;
const STOP_GRACE_MS = 3_000;
const COMMIT_EVERY_MS = 500;
/** For how long a partition rests that brings more than may be taken: each time it is fetched again, and read whole. */
const PACE_MS = 1_000;
/** kafkajs walks all of its workers at each fetch, so there should not be many more than partitions. */
const PARTITIONS_AT_ONCE = 256;
const GONE = new Set(['REBALANCE_IN_PROGRESS', 'ILLEGAL_GENERATION', 'UNKNOWN_MEMBER_ID', 'NOT_COORDINATOR_FOR_GROUP']);

/**
 * Gathers the batches of all assigned partitions into one call of `process`: whatever arrived while the last call ran,
 * at most `maxBatch`, no waiting timer. Offsets are resolved after the call and committed in the background; a transient
 * failure pauses the partitions of the batch and resumes them after a full-jitter back-off.
 */
export class GatheringConsumer {
  private consumer?: Consumer;
  private readonly fetched = new FetchQueue();
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
  private trouble?: PlainCause | undefined;
  private readonly backOff = new PartitionBackOff();
  private readonly offsets = new OffsetLedger();
  private commitTimer?: NodeJS.Timeout;
  private active: Promise<void> = Promise.resolve();
  private readonly counts = { batches: 0, records: 0, failedBatches: 0 };
  private readonly groupLag: ConsumerLag;
  private readonly sessionTimeoutMs: number;

  constructor(private readonly options: GatheringConsumerOptions) {
    this.sessionTimeoutMs = options.sessionTimeoutMs ?? SESSION_TIMEOUT_MS;
    this.groupLag = new ConsumerLag(options.kafka, options.groupId, options.topics);
  }

  state(): ConsumerState {
    const lastFetchAgeMs = this.lastFetchAt === 0 ? -1 : Date.now() - this.lastFetchAt;
    const { joined, generation, trouble } = this;
    return { joined, lastFetchAgeMs, generation, ...this.counts, pausedPartitions: this.backOff.paused, trouble };
  }

  /** Records that the group has not committed yet, by partition; `undefined` while the broker does not answer. */
  lag(): Promise<readonly PartitionLag[] | undefined> {
    return this.groupLag.current();
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
        this.trouble = plainCause(error);
        const facts = { error: String(error), attempt, cause: this.trouble.words };
        this.options.logger.warn(facts, 'the consumer cannot join its group yet; trying again');
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
    this.fetched.releaseAll();
    this.backOff.resumeAll();
    await this.groupLag.close();
    await this.consumer?.disconnect().catch(() => undefined);
  }

  private async run(): Promise<void> {
    const { kafka, groupId, topics } = this.options;
    const consumer = groupConsumer(kafka, groupId, this.sessionTimeoutMs);
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
      this.trouble = undefined;
      this.crashes = 0;
    });
    // Told before the member joins again: the old generation still counts for what is committed now.
    consumer.on(consumer.events.REBALANCING, () => void this.commit());
    consumer.on(consumer.events.FETCH, () => (this.lastFetchAt = Date.now()));
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      this.joined = false;
      if (this.stopping) return;
      this.trouble = plainCause(payload.error);
      const facts = { error: String(payload.error), cause: this.trouble.words };
      this.options.logger.error(facts, 'the consumer stopped; it joins again');
      void this.restart();
    });
  }

  private newGeneration(): void {
    this.generation += 1;
    this.leaving = false;
    this.offsets.forget();
    this.backOff.forgetTries();
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
    if (this.stopping) return Promise.resolve();
    const dealtWith = this.fetched.add(payload, this.generation);
    if (!this.draining) {
      this.draining = true;
      // kafkajs hands out all partitions of one fetch in the same tick: wait for the others.
      setImmediate(() => {
        this.active = this.drain();
      });
    }
    return dealtWith;
  }

  /** One heartbeat for all batches of a fetch: a timer for each would never fire when each is short. */
  private async drain(): Promise<void> {
    const beat = setInterval(() => void this.beat(), Math.min(1_000, this.sessionTimeoutMs / 4));
    try {
      while (!this.fetched.isEmpty && !this.stopping && !this.leaving) {
        const { maxBatch: limit, pace } = this.options;
        const parts = this.fetched.next({ generation: this.generation, limit, pace });
        if (await this.processTogether(parts)) for (const part of parts) this.resolve(part);
        else this.giveBack(parts);
        this.slowDown(parts);
      }
    } finally {
      clearInterval(beat);
      this.draining = false;
    }
    // The others wait until this member joins again: what is left comes back, here or there.
    if (this.leaving && !this.stopping) this.fetched.releaseAll();
  }

  /** What may not be taken yet is given back and fetched again: held here, it would keep all partitions of its broker waiting. */
  private slowDown(parts: readonly Part[]): void {
    const { pace } = this.options;
    if (!pace) return;
    const early = parts.filter(
      ({ fetched: { messages, payload } }) => messages.length > 0 && pace.room(payload.batch.topic) < 1,
    );
    if (early.length === 0) return;
    this.backOff.pauseFor(early, PACE_MS);
    for (const { fetched } of early) this.fetched.release(fetched);
  }

  private async beat(): Promise<void> {
    try {
      await this.latest?.heartbeat();
    } catch (error) {
      if (GONE.has((error as { type?: string }).type ?? '')) this.leaving = true;
    }
  }

  /** Whether the batch was processed. */
  private async processTogether(parts: readonly Part[]): Promise<boolean> {
    const records = recordsOf(parts);
    if (records.length === 0) return true;
    const { logger, batchTimeoutMs = BATCH_TIMEOUT_MS } = this.options;
    const attempt = this.backOff.attempt(parts);
    this.inHand = new AbortController();
    try {
      this.counts.batches += 1;
      await within(batchTimeoutMs, this.inHand, (signal) => this.options.process(records, attempt, signal));
      this.counts.records += records.length;
      this.backOff.succeeded(parts);
      return true;
    } catch (error) {
      this.counts.failedBatches += 1;
      const facts = { error: String(error), attempt, records: records.length };
      logger.warn(facts, 'the batch failed; its partitions wait and come again');
      return false;
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
    if (fetched.messages.length === 0) this.fetched.release(fetched);
  }

  /** Returns the batches unresolved: kafkajs fetches them again once resumed. Sleeping here would stop every partition. */
  private giveBack(parts: readonly Part[]): void {
    const waitMs = this.backOff.failed(parts);
    this.options.logger.debug({ waitMs, partitions: parts.length }, 'partitions paused');
    for (const { fetched } of parts) this.fetched.release(fetched);
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
