import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database, ensurePartitions, sqlStateOf } from '@lienthong/persistence';
import type { BackgroundPart, ProbeResult } from '@lienthong/service-host';
import type { ClientBase } from 'pg';

const EVERY_MS = 3_600_000;
const PARTITIONED = ['log_entry', 'payload', 'known_message'];
/** Months around this one that are tried one by one when they could not be made together. */
const ONE_BY_ONE = [0, 1, 2, 3, -1, -2, -3, -4];

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
      for (const table of PARTITIONED) await this.keepTable(client, table);
    } finally {
      release();
    }
  }

  /** A month whose rows lie in the default partition already cannot be made: they stay there, and all else goes on. */
  private async keepTable(client: ClientBase, table: string): Promise<void> {
    const now = this.clock.now();
    try {
      await ensurePartitions(client, table, now);
    } catch (error) {
      this.report(error, { table });
      for (const months of ONE_BY_ONE) {
        const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1)).toISOString();
        await client
          .query(`select ensure_${table}_partitions($1::date, 1)`, [month.slice(0, 10)])
          .catch((fault: unknown) => this.report(fault, { table, month: month.slice(0, 7) }));
      }
    }
  }

  /** Without a SQLSTATE the database is gone: then starting is tried again. */
  private report(error: unknown, facts: object): void {
    if (sqlStateOf(error) === undefined) throw error;
    this.logger.error({ ...facts, error: String(error), msg: 'a partition could not be made' });
  }
}
