import { Injectable, Logger } from '@nestjs/common';
import { Clock, newId } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import { type BackgroundPart, type ProbeResult, TimedWork } from '@lienthong/service-host';
import type { ClientBase } from 'pg';
import { DeliveryRelay } from '../deliveries/delivery-relay';
import { appendLog } from '../log/append-log';
import { CurrentRegistry } from '../members/current-registry';
import { counted } from './replay.rules';
import { ADVANCE_REPLAY, CLAIM_REPLAY } from './replay.sql';
import { type ClaimedReplay, judgeItems, sendItems } from './replay-slice';

const EVERY_MS = 2_000;
const PACE_MS = 1_000;
/** Messages of a replay that may be without an answer, in seconds of its pace: a slow recipient slows it down. */
const OPEN_SECONDS = 2;

/** Carries replays out, each at its pace and behind its recipients' answers; instances share the work by claiming. */
@Injectable()
export class ReplayWorker implements BackgroundPart {
  readonly name = 'replays';
  private readonly logger = new Logger(ReplayWorker.name);
  private readonly work: TimedWork;

  constructor(
    private readonly database: Database,
    private readonly registry: CurrentRegistry,
    private readonly relay: DeliveryRelay,
    private readonly clock: Clock,
  ) {
    this.work = new TimedWork({
      name: this.name,
      everyMs: EVERY_MS,
      work: () => this.turn(),
      onFailure: (error) => this.logger.warn({ error: String(error), msg: 'replays wait' }),
    });
  }

  start(): Promise<void> {
    return this.work.start();
  }

  stop(): Promise<void> {
    return this.work.stop();
  }

  health(): ProbeResult {
    return this.work.health();
  }

  /** Every replay that is due moves on by one slice. */
  private async turn(): Promise<{ readonly againInMs?: number }> {
    let moved = 0;
    while (await this.slice()) moved += 1;
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
    const isDone = room > 0 && judged.taken < room;
    const leftOut = counted(replay.left_out, judged.reasons);
    const next = new Date(now.getTime() + PACE_MS);
    const state = isDone ? 'done' : 'running';
    const columns = [replay.id, judged.sent.length, JSON.stringify(leftOut), next, state, now];
    await client.query(ADVANCE_REPLAY, columns);
    if (isDone) await this.logEnd(client, replay, { sent: Number(replay.sent) + judged.sent.length, leftOut });
    return judged.sent.length;
  }

  private logEnd(client: ClientBase, { id, found }: ClaimedReplay, counts: object): Promise<void> {
    const content = { act: 'replay-done', replay: id, found: Number(found), ...counts };
    const acceptedAt = this.clock.now();
    const entry = { logId: newId(this.clock), kind: 'admin', acceptedAt, verdict: { outcome: 'accepted' } } as const;
    return appendLog(client, [{ ...entry, content }]);
  }
}
