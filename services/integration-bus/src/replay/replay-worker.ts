import { Injectable, Logger } from '@nestjs/common';
import { Clock, newId } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { TimedWork } from '@lienthong/service-host';
import type { ClientBase } from 'pg';
import { DeliveryRelay } from '../deliveries/delivery-relay';
import { announceHeld } from '../deliveries/held/held-wake-ups';
import { appendLog } from '../log/append-log';
import { CurrentRegistry } from '../members/current-registry';
import { counted } from './replay.rules';
import { ADVANCE_REPLAY, CLAIM_REPLAY } from './replay.sql';
import { type ClaimedReplay, judgeItems, type ReplayItem, sendItems } from './replay-slice';
import { RestoredSearch } from './restored-search';

const EVERY_MS = 2_000;
const PACE_MS = 1_000;
/** Between two slices of a search, so that it never takes all that the database can do. */
const BREATH_MS = 20;
/** Messages of a replay that may be without an answer, in seconds of its pace: a slow recipient slows it down. */
const OPEN_SECONDS = 2;

/**
 * Carries replays out, each at its pace and behind its recipients' answers, and looks for what restored members may have
 * lost; instances share the work by claiming.
 */
@Injectable()
export class ReplayWorker extends TimedWork {
  constructor(
    private readonly database: Database,
    private readonly registry: CurrentRegistry,
    private readonly relay: DeliveryRelay,
    private readonly search: RestoredSearch,
    private readonly clock: Clock,
  ) {
    const logger = new Logger('replays');
    super({
      name: 'replays',
      everyMs: EVERY_MS,
      work: () => this.round(),
      onFailure: (error) => logger.warn({ error: String(error), msg: 'replays wait' }),
    });
  }

  /** Every replay that is due moves on by one slice, and so does one search. */
  private async round(): Promise<{ readonly againInMs?: number }> {
    let moved = 0;
    while (await this.slice()) moved += 1;
    if (await this.search.step()) return { againInMs: BREATH_MS };
    return moved > 0 ? { againInMs: PACE_MS } : {};
  }

  private async slice(): Promise<boolean> {
    await this.registry.refreshWhenOld();
    const sent = await this.database.transaction(async (client) => {
      const { rows } = await client.query<ClaimedReplay>(CLAIM_REPLAY, [this.clock.now()]);
      return rows[0] ? this.advance(client, rows[0]) : undefined;
    });
    if (sent) this.relay.wake();
    return sent !== undefined;
  }

  private async advance(client: ClientBase, replay: ClaimedReplay): Promise<number> {
    const now = this.clock.now();
    const room = Math.min(replay.per_second, replay.per_second * OPEN_SECONDS - replay.open);
    const judged = await judgeItems(client, replay, { most: Math.max(0, room), registry: this.registry.now, now });
    await sendItems(client, replay, { items: judged.sent, now });
    await announceHeld(client, this.heldOf(judged.sent));
    const isDone = room > 0 && judged.taken < room && !replay.is_searching;
    const leftOut = counted(replay.left_out, judged.reasons);
    const next = new Date(now.getTime() + PACE_MS);
    const state = isDone ? 'done' : 'running';
    const columns = [replay.id, judged.sent.length, JSON.stringify(leftOut), next, state, now];
    await client.query(ADVANCE_REPLAY, columns);
    if (isDone) await this.logEnd(client, replay, { sent: Number(replay.sent) + judged.sent.length, leftOut });
    return judged.sent.length;
  }

  /** Members that take their deliveries by HTTP, and wait for them. */
  private heldOf(items: readonly ReplayItem[]): readonly string[] {
    const recipients = [...new Set(items.map(({ recipient }) => recipient))];
    return recipients.filter((member) => this.registry.now.member(member)?.transport !== 'kafka');
  }

  private logEnd(client: ClientBase, { id, found }: ClaimedReplay, counts: object): Promise<void> {
    const content = { act: 'replay-done', replay: id, found: Number(found), ...counts };
    const acceptedAt = this.clock.now();
    const entry = { logId: newId(this.clock), kind: 'admin', acceptedAt, verdict: { outcome: 'accepted' } } as const;
    return appendLog(client, [{ ...entry, content }]);
  }
}
