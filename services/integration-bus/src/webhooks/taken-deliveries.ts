import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import type { Delivery } from '../deliveries/delivery';
import { IntegrationBusConfig } from '../integration-bus.config';
import { GIVE_BACK_UNTAKEN, MARK_TAKEN } from './webhook.sql';

/** Deliveries of one stream that are reserved under a lease. */
export interface Reserved {
  readonly rows: readonly Delivery[];
  readonly leaseId: string;
}

const FIRST_RETRY_MS = 1_000;

/** Notes what a webhook took, and what it did not: for whom they are reserved, and for nobody else. */
@Injectable()
export class TakenDeliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
  ) {}

  /** Returns false when they are no longer reserved under this lease, and so nothing was noted. */
  async taken({ rows, leaseId }: Reserved): Promise<boolean> {
    const { redeliverAfterMs, redeliverAtMostMs } = this.config;
    const values = [...keysOf(rows), this.clock.now(), redeliverAfterMs, redeliverAtMostMs, leaseId];
    return (await this.write(MARK_TAKEN, rows, values)) === rows.length;
  }

  /** The first one failed, and may have been taken all the same; those behind it were not tried. */
  async untaken({ rows, leaseId }: Reserved, maybeTaken: boolean): Promise<void> {
    const first = rows[0]?.sequence;
    const times = [this.clock.now(), FIRST_RETRY_MS, this.config.redeliverAtMostMs];
    await this.write(GIVE_BACK_UNTAKEN, rows, [...keysOf(rows), ...times, first, maybeTaken, leaseId]);
  }

  private async write(sql: string, [first]: readonly Delivery[], values: readonly unknown[]): Promise<number> {
    if (!first) return 0;
    const { client, release } = await this.database.client();
    try {
      return (await client.query(sql, [first.recipient, ...values])).rowCount ?? 0;
    } finally {
      release();
    }
  }
}

function keysOf(rows: readonly Delivery[]): [string[], number[], number[]] {
  return [rows.map((r) => r.stream), rows.map((r) => r.epoch), rows.map((r) => r.sequence)];
}
