import type { Admin, Kafka } from 'kafkajs';
import { cached } from '../cached';

/** Records of one partition that its group has not committed yet. Every instance tells all partitions of the group. */
export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  readonly lag: number;
}

const KEEP_MS = 5_000;
const WAIT_MS = 1_500;

/**
 * The lag of a consumer group, asked of the broker: committed offsets against the ends of the partitions, so that it is
 * right for a group that never fetched, and while a partition is paused. Asked at most every 5 s.
 */
export class ConsumerLag {
  private admin?: Admin;
  private readonly read = cached(() => this.ask(), { keepMs: KEEP_MS, waitMs: WAIT_MS });

  constructor(
    private readonly kafka: Kafka,
    private readonly groupId: string,
    private readonly topics: readonly string[],
  ) {}

  /** `undefined` while the broker does not answer. */
  current(): Promise<readonly PartitionLag[] | undefined> {
    return this.read();
  }

  async close(): Promise<void> {
    const admin = this.admin;
    this.admin = undefined;
    await admin?.disconnect().catch(() => undefined);
  }

  private async ask(): Promise<readonly PartitionLag[]> {
    try {
      const admin = await this.connected();
      const committed = await admin.fetchOffsets({ groupId: this.groupId, topics: [...this.topics] });
      const parts = await Promise.all(committed.map((one) => this.ofTopic(admin, one.topic, one.partitions)));
      return parts.flat();
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  private async ofTopic(
    admin: Admin,
    topic: string,
    committed: readonly { partition: number; offset: string }[],
  ): Promise<PartitionLag[]> {
    const ends = await admin.fetchTopicOffsets(topic);
    return ends.map(({ partition, low, high }) => {
      const offset = BigInt(committed.find((one) => one.partition === partition)?.offset ?? '-1');
      // No commit yet, or one whose records are gone by retention: reading starts at the oldest record.
      const next = offset < BigInt(low) ? BigInt(low) : offset;
      return { topic, partition, lag: Math.max(0, Number(BigInt(high) - next)) };
    });
  }

  private async connected(): Promise<Admin> {
    if (this.admin) return this.admin;
    const admin = this.kafka.admin({ retry: { retries: 1, initialRetryTime: 100 } });
    this.admin = admin;
    await admin.connect();
    return admin;
  }
}
