import type { Clock } from '@lienthong/kernel';
import { type Database, dropPartitions, faultOf, keepPartitions } from '@lienthong/persistence';
import type { ClientBase } from 'pg';
import type { KafkaLogger } from '../kafka/kafka-client';
import type { OutboxAnswers } from '../outbox/outbox-answers';

export interface HousekeepingOptions {
  readonly clock: Clock;
  readonly database: Database;
  readonly answers: OutboxAnswers;
  /** How long marks of handled messages are kept at least. */
  readonly windowMs: number;
  readonly logger: KafkaLogger;
  /** Told of what failed in the background; the next hour tries again. */
  readonly complain: (error: unknown) => void;
}

const EVERY_MS = 3_600_000;
const KEEP_ACCEPTED_DAYS = 14;

/** The hourly work of a member: months of the inbox and answered rows of the outbox. */
export class Housekeeping {
  private timer?: NodeJS.Timeout;

  constructor(private readonly options: HousekeepingOptions) {}

  /** Resolves when it was done once. */
  async start(): Promise<void> {
    await this.keepHouse();
    this.timer = setInterval(() => void this.keepHouse().catch(this.options.complain), EVERY_MS);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async keepHouse(): Promise<void> {
    const { client, release } = await this.options.database.client();
    try {
      await this.keepInboxMonths(client);
      await this.options.answers.removeOld(client, KEEP_ACCEPTED_DAYS);
    } finally {
      release();
    }
  }

  /** Months of the window and ahead are made, older ones go. */
  private async keepInboxMonths(client: ClientBase): Promise<void> {
    const { clock, windowMs, logger, complain } = this.options;
    const now = clock.now();
    const since = new Date(now.getTime() - windowMs);
    await keepPartitions(client, 'inbox', { now, since, report: complain });
    const dropped = await dropPartitions(client, 'inbox', since).catch((error: unknown) => {
      // A lock that is not to be had now: the next hour tries again.
      if (faultOf(error) === undefined) throw error;
      complain(error);
      return [];
    });
    if (dropped.length > 0) logger.info({ dropped }, 'marks older than the window were dropped');
  }
}
