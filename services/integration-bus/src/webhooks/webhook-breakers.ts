import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import type { ClientBase } from 'pg';
import { afterFailure, type Breaker, CLOSED, type Fault } from './breaker.rules';
import { CLOSE_BREAKER, LOCK_BREAKER, LOOK_AT_BREAKER, WAITING_WEBHOOKS, WRITE_BREAKER } from './breaker.sql';

interface BreakerRow {
  failures_in_row: number | null;
  refused_streams: string[] | null;
  open_until: Date | null;
}

/** What the instances of the bus know together of the webhooks: a dead one is not tried by each of them. */
@Injectable()
export class WebhookBreakers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** As it stands under the lock of the member, and whether somebody has a message for it in hand. */
  async within(client: ClientBase, member: string): Promise<{ readonly breaker: Breaker; readonly isTried: boolean }> {
    const { rows } = await client.query<BreakerRow & { is_tried: boolean }>(LOOK_AT_BREAKER, [member]);
    return { breaker: breakerOf(rows[0]), isTried: rows[0]?.is_tried ?? false };
  }

  failed(member: string, fault: Fault): Promise<Breaker> {
    return this.database.transaction(async (client) => {
      const { rows } = await client.query<BreakerRow>(LOCK_BREAKER, [member]);
      const before = breakerOf(rows[0]);
      const after = afterFailure(before, fault);
      if (after === before) return before;
      const openUntil = after.openUntil === undefined ? null : new Date(after.openUntil);
      await client.query(WRITE_BREAKER, [member, after.failuresInRow, after.refusedStreams, openUntil]);
      return after;
    });
  }

  async worked(member: string): Promise<void> {
    await this.query(CLOSE_BREAKER, [member]);
  }

  /** Webhooks that have something to take, and what is known of them. */
  async waiting(): Promise<{ readonly member: string; readonly breaker: Breaker }[]> {
    const rows = await this.query<BreakerRow & { code: string }>(WAITING_WEBHOOKS, [this.clock.now()]);
    return rows.map((row) => ({ member: row.code, breaker: breakerOf(row) }));
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

function breakerOf(row: BreakerRow | undefined): Breaker {
  if (!row || row.failures_in_row === null) return CLOSED;
  return {
    ...{ failuresInRow: row.failures_in_row, refusedStreams: row.refused_streams ?? [] },
    ...(row.open_until ? { openUntil: row.open_until.getTime() } : {}),
  };
}
