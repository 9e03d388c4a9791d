import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database, dropPartitions, keepPartitions, sqlStateOf } from '@lienthong/persistence';
import type { BackgroundPart, ProbeResult } from '@lienthong/service-host';
import type { ClientBase } from 'pg';
import { IntegrationBusConfig } from '../integration-bus.config';
import { FORGET_REJECTIONS } from './partition-keeper.sql';

const EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;
const AT_ONCE = 5_000;
/** The log never goes. */
const KEPT = ['log_entry', 'payload'];
const PAYLOAD = 'payload';
const KNOWN = 'known_message';

/**
 * Makes the monthly partitions around the Clock's date before they are needed; forgets identities and refusals that
 * have left the window of duplicates: what comes again from before is refused by the age of its id; and lets the months of payloads go
 * that are kept long enough, with the files that they name.
 */
@Injectable()
export class PartitionKeeper implements BackgroundPart {
  readonly name = 'partitions';
  private readonly logger = new Logger(PartitionKeeper.name);
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
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
    const now = this.clock.now();
    const since = new Date(now.getTime() - this.config.duplicateWindowDays * DAY_MS);
    const report = (error: unknown, facts: object): void =>
      this.logger.error({ ...facts, error: String(error), msg: 'a partition could not be made' });
    const { client, release } = await this.database.client();
    try {
      for (const table of KEPT) await keepPartitions(client, table, { now, report });
      await keepPartitions(client, KNOWN, { now, since, report });
      await this.forget(client, since);
      await this.expire(client, new Date(now.getTime() - this.config.payloadKeptDays * DAY_MS));
    } finally {
      release();
    }
  }

  /** A month with a delivery that has no last word stays whole. */
  private async expire(client: ClientBase, before: Date): Promise<void> {
    try {
      const dropped = await dropPartitions(client, PAYLOAD, before);
      if (dropped.length > 0) this.logger.log({ dropped, msg: 'payloads were kept long enough and are gone' });
    } catch (error) {
      if (sqlStateOf(error) === undefined) throw error;
      this.logger.error({ error: String(error), msg: 'payloads that were kept long enough could not be dropped' });
    }
  }

  /** What is not forgotten now is an hour later; only a database that is gone is thrown. */
  private async forget(client: ClientBase, before: Date): Promise<void> {
    try {
      const dropped = await dropPartitions(client, KNOWN, before);
      if (dropped.length > 0) this.logger.log({ dropped, msg: 'identities outside the window were forgotten' });
      for (let removed = AT_ONCE; removed === AT_ONCE;) {
        removed = (await client.query(FORGET_REJECTIONS, [before, AT_ONCE])).rowCount ?? 0;
      }
    } catch (error) {
      if (sqlStateOf(error) === undefined) throw error;
      this.logger.error({ error: String(error), msg: 'identities outside the window could not be forgotten' });
    }
  }
}
