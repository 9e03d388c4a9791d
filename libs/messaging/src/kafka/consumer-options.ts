import type { Kafka } from 'kafkajs';
import type { PlainCause } from '../plain-cause';
import type { Pace, WireRecord } from './gathered';
import type { KafkaLogger } from './kafka-client';

/** What a gathering consumer reads, and what it does with it. */
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
  /** How fast each topic may be read; default as fast as it can be. */
  readonly pace?: Pace;
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
  /** Why it could not join, since it was last in its group. */
  readonly trouble?: PlainCause | undefined;
}
