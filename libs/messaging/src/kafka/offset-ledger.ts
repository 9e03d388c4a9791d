import type { OffsetsByTopicPartition } from 'kafkajs';

/** The next offset to read of one partition. */
export interface NextOffset {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
}

/**
 * Offsets that were processed and wait to be committed. They belong to one generation of the group: after a rebalance
 * the partition may be another's, who is further on.
 */
export class OffsetLedger {
  private waiting = new Map<string, NextOffset>();
  private generation = 0;

  processed(topic: string, partition: number, lastOffset: string): void {
    const offset = String(BigInt(lastOffset) + 1n);
    this.waiting.set(`${topic}/${partition}`, { topic, partition, offset });
  }

  /** A new generation began, or the consumer another life. */
  forget(): void {
    this.generation += 1;
    this.waiting.clear();
  }

  /** Commits what waits; what could not be committed waits on, unless its generation has passed. */
  async commit(send: (offsets: readonly NextOffset[]) => Promise<void>): Promise<void> {
    if (this.waiting.size === 0) return;
    const { waiting: taken, generation } = this;
    this.waiting = new Map();
    try {
      await send([...taken.values()]);
    } catch (error) {
      if (generation === this.generation) this.waiting = new Map([...taken, ...this.waiting]);
      throw error;
    }
  }
}

/** As kafkajs takes them. */
export function byTopic(offsets: readonly NextOffset[]): OffsetsByTopicPartition {
  const topics = new Map<string, NextOffset[]>();
  for (const next of offsets) topics.set(next.topic, [...(topics.get(next.topic) ?? []), next]);
  return { topics: [...topics].map(([topic, partitions]) => ({ topic, partitions })) };
}
