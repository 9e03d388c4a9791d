import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { PinoLogger } from 'nestjs-pino';
import { ServiceConfig } from '../config/service.config';

const EVERY_MS = 3_600_000;
const DAY_MS = 86_400_000;
const AT_ONCE = 5_000;
const REMOVE = `
delete from idempotency_key where key in (
  select key from idempotency_key where created_at < $1 order by created_at limit $2)`;

/** Removes answers of creating requests that are older than the configured days, hourly. */
@Injectable()
export class IdempotencyRetention {
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly database: Database,
    private readonly config: ServiceConfig,
    private readonly clock: Clock,
    private readonly logger: PinoLogger,
  ) {
    this.logger.setContext(IdempotencyRetention.name);
  }

  /** Once the database stands. */
  start(): void {
    const sweep = (): void =>
      void this.sweep().catch((error: unknown) =>
        this.logger.warn({ err: error }, 'old idempotency keys stay for another hour'),
      );
    this.timer = setInterval(sweep, EVERY_MS).unref();
    sweep();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** Returns how many were removed. */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - this.config.idempotencyKeyDays * DAY_MS);
    const { client, release } = await this.database.client();
    try {
      for (let removed = 0; ;) {
        const { rowCount } = await client.query(REMOVE, [before, AT_ONCE]);
        removed += rowCount ?? 0;
        if ((rowCount ?? 0) < AT_ONCE) return removed;
      }
    } finally {
      release();
    }
  }
}
