import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import type { Delivery } from '../deliveries/delivery';
import { IntegrationBusConfig } from '../integration-bus.config';
import { GIVE_BACK_UNTAKEN, MARK_TAKEN, WAITING_WEBHOOKS } from './webhook.sql';

/** Why a message was not taken, of a stream that stops there. */
export interface Untaken {
  readonly rows: readonly Delivery[];
  readonly maybeTaken: boolean;
}

const FIRST_RETRY_MS = 1_000;

/** Notes what a webhook took, and what it did not. */
@Injectable()
export class TakenDeliveries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
  ) {}

  async taken(row: Delivery): Promise<void> {
    const { redeliverAfterMs, redeliverAtMostMs } = this.config;
    const values = [...keysOf([row]), this.clock.now(), redeliverAfterMs, redeliverAtMostMs];
    await this.query(MARK_TAKEN, [row.recipient, ...values]);
  }

  /** The first one failed; those behind it were not tried. */
  async untaken({ rows, maybeTaken }: Untaken): Promise<void> {
    const [failed] = rows;
    if (!failed) return;
    const values = [...keysOf(rows), this.clock.now(), FIRST_RETRY_MS, this.config.redeliverAtMostMs];
    await this.query(GIVE_BACK_UNTAKEN, [failed.recipient, ...values, failed.sequence, maybeTaken]);
  }

  /** Members whose webhooks have something to take. */
  async waiting(): Promise<string[]> {
    return (await this.query<{ code: string }>(WAITING_WEBHOOKS, [this.clock.now()])).map(({ code }) => code);
  }

  private async query<R extends object>(sql: string, values: readonly unknown[]): Promise<R[]> {
    const { client, release } = await this.database.client();
    try {
      return (await client.query<R>(sql, [...values])).rows;
    } finally {
      release();
    }
  }
}

function keysOf(rows: readonly Delivery[]): [string[], number[], number[]] {
  return [rows.map((r) => r.stream), rows.map((r) => r.epoch), rows.map((r) => r.sequence)];
}
