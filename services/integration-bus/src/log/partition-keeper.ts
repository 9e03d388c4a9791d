import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database, keepPartitions } from '@lienthong/persistence';
import type { BackgroundPart, ProbeResult } from '@lienthong/service-host';

const EVERY_MS = 3_600_000;
const PARTITIONED = ['log_entry', 'payload', 'known_message'];

/** Makes the monthly partitions around the Clock's date, before they are needed. */
@Injectable()
export class PartitionKeeper implements BackgroundPart {
  readonly name = 'partitions';
  private readonly logger = new Logger(PartitionKeeper.name);
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async start(): Promise<void> {
    await this.keep();
    this.timer = setInterval(() => {
      this.keep().catch((error: unknown) =>
        this.logger.error({ error: String(error), msg: 'partitions were not made' }),
      );
    }, EVERY_MS);
  }

  stop(): Promise<void> {
    clearInterval(this.timer);
    return Promise.resolve();
  }

  health(): ProbeResult {
    return this.timer ? { ready: true } : { ready: false, waitingFor: 'the partitions of this month' };
  }

  private async keep(): Promise<void> {
    const { client, release } = await this.database.client();
    try {
      for (const table of PARTITIONED) {
        await keepPartitions(client, table, {
          now: this.clock.now(),
          report: (error, facts) =>
            this.logger.error({ ...facts, error: String(error), msg: 'a partition could not be made' }),
        });
      }
    } finally {
      release();
    }
  }
}
