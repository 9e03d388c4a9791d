import { Injectable, Logger } from '@nestjs/common';
import { Clock, instantText } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import type { ClientBase } from 'pg';
import type { RestoredMember } from '../exchange/batch-plan';
import { IntegrationBusConfig } from '../integration-bus.config';
import { DEFAULT_PER_SECOND } from './replay.request';
import { answeredSince } from './restored.rules';
import {
  BEGIN_RESTORED,
  CLAIM_SEARCH,
  CLAIM_WISH,
  FORGET_FOUND,
  LOCK_RUNNING,
  NOTE_WISHES,
  SEARCH_AGAIN,
  SEARCH_SLICE,
  TAKE_WISH,
} from './restored.sql';

interface WishRow {
  readonly member: string;
  readonly back_to: Date;
  readonly asked_at: Date;
  readonly log_id: string;
}

/** Members said that their databases went back. All that the exchange does about it: who, and since when. */
export async function noteRestored(client: ClientBase, restored: readonly RestoredMember[], now: Date): Promise<void> {
  if (restored.length === 0) return;
  const columns = [
    restored.map((one) => one.member),
    restored.map((one) => one.backTo),
    restored.map((one) => one.logId),
  ];
  await client.query(NOTE_WISHES, [...columns, now]);
}

/** Looks for what restored members had answered, a slice at a time: one search of a member, whatever it says meanwhile. */
@Injectable()
export class RestoredSearch {
  private readonly logger = new Logger('replays');

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
  ) {}

  /** Takes a wish, or looks at the next slice. Returns whether there was anything to do. */
  async step(): Promise<boolean> {
    const isBegun = await this.database.transaction((client) => this.begin(client));
    const isMoved = await this.database.transaction((client) => this.look(client));
    return isBegun || isMoved;
  }

  private async look(client: ClientBase): Promise<boolean> {
    const { rows } = await client.query<{ id: string; is_at_start: boolean }>(CLAIM_SEARCH);
    const [search] = rows;
    if (!search) return false;
    const slice = [search.id, this.config.restoredSearchAtOnce];
    if (search.is_at_start && (await this.forget(client, slice))) return true;
    await client.query(SEARCH_SLICE, slice);
    return true;
  }

  /** Returns whether there is more to forget. */
  private async forget(client: ClientBase, slice: readonly unknown[]): Promise<boolean> {
    const { rows } = await client.query<{ forgotten: number }>(FORGET_FOUND, [...slice]);
    return rows[0]?.forgotten === this.config.restoredSearchAtOnce;
  }

  /** A replay of the member that runs already is widened. While another instance is at it, the wish waits. */
  private async begin(client: ClientBase): Promise<boolean> {
    const claimed = await client.query<WishRow>(CLAIM_WISH);
    const [wish] = claimed.rows;
    if (!wish) return false;
    const { rows } = await client.query<{ id: string | null; is_running: boolean }>(LOCK_RUNNING, [wish.member]);
    const [running] = rows;
    if (running?.is_running && running.id === null) return false;
    await client.query(TAKE_WISH, [wish.member]);
    const now = this.clock.now();
    const since = answeredSince(wish.back_to, { now, keptDays: this.config.duplicateWindowDays });
    if (running?.id) await client.query(SEARCH_AGAIN, [running.id, since, wish.asked_at]);
    else {
      const reason = `the database of ${wish.member} went back`;
      const columns = [wish.log_id, reason, DEFAULT_PER_SECOND, now, wish.member, since, wish.asked_at];
      await client.query(BEGIN_RESTORED, columns);
    }
    const facts = { member: wish.member, backTo: instantText(wish.back_to), answeredSince: instantText(since) };
    this.logger.warn({ ...facts, msg: 'the database of a member went back: what it answered since is sent again' });
    return true;
  }
}
