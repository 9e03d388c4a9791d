import { Injectable } from '@nestjs/common';
import type { SignedAttributes } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Database } from '@lienthong/persistence';
import type { ClientBase } from 'pg';
import { IntegrationBusConfig } from '../../integration-bus.config';
import type { Delivery } from '../delivery';
import { type ClaimedDelivery, DeliveryGate } from '../delivery-gate';
import {
  FREE_OVERDUE,
  GIVE_BACK,
  LEASE_PICKED,
  LOCK_PICKED,
  LOCK_RECIPIENT,
  NEXT_DUE,
  PICK_BY_ENTRY,
  PICK_HELD,
  PICK_TRY,
  RESERVE_PICKED,
} from './held.sql';
import { announceHeld } from './held-wake-ups';

/** What is wanted of the deliveries that wait for one member. */
export interface HeldWish {
  readonly recipient: string;
  readonly max: number;
  readonly leaseId: string;
  readonly until: Date;
  /** `lease`: delivered by being taken. `reserve`: on its way to a webhook, which will say whether it is. */
  readonly by: 'lease' | 'reserve';
  /** Asked under the lock of the member: how many may be given out now; without it as many as wished. */
  readonly room?: (client: ClientBase) => Promise<number>;
}

interface PickedRow {
  recipient: string;
  office: string;
  stream: string;
  epoch: number;
  seq: string;
  log_id: string;
  accepted_at: Date;
  attributes: SignedAttributes;
  signature: string;
  signature_path: string;
  salt: string | null;
  traceparent: string | null;
  value: Buffer | null;
}

/** A picked row as it was locked. */
interface LockedRow {
  log_id: string;
  discard_reason: string | null;
  is_produced_before: boolean;
}

/** What one taking brings over a slow line in reasonable time. */
const MOST_BYTES = 4 * 1_048_576;

/**
 * Deliveries to members that take them by HTTP. They are given out under a lock of the member, in order, each stream to one
 * taker at a time; what may no longer be delivered gives its number to a void here, as at the relay.
 */
@Injectable()
export class HeldDeliveries {
  constructor(
    private readonly database: Database,
    private readonly gate: DeliveryGate,
    private readonly clock: Clock,
    private readonly config: IntegrationBusConfig,
  ) {}

  /** The oldest that may be given out; nothing of a member that is suspended. */
  take(wish: HeldWish): Promise<Delivery[]> {
    return this.database.transaction(async (client) => {
      const now = await this.hold(client, wish.recipient);
      const max = Math.min(wish.max, (await wish.room?.(client)) ?? wish.max);
      const picked = max > 0 ? await this.pick(client, { ...wish, max }, now) : [];
      if (picked.length === 0) return [];
      const rows = await this.gate.settleWithin(client, picked);
      const statement = wish.by === 'lease' ? LEASE_PICKED : RESERVE_PICKED;
      const times = wish.by === 'lease' ? [wish.until, now] : [wish.until];
      await client.query(statement, [wish.recipient, ...keysOf(rows), wish.leaseId, ...times]);
      return rows;
    });
  }

  /** Gives the numbers of those that may no longer be delivered to voids, whether anybody comes for them or not. */
  voidDue(recipient: string, logIds: readonly string[]): Promise<void> {
    return this.database.transaction(async (client) => {
      await this.hold(client, recipient);
      const { rows } = await client.query<PickedRow>(PICK_BY_ENTRY, [recipient, logIds]);
      if (rows.length > 0) await this.gate.settleWithin(client, await this.lock(client, recipient, rows));
      await announceHeld(client, [recipient]);
    });
  }

  /** When something that is under way is due again; `undefined` when nothing is. */
  async nextDue(recipient: string): Promise<Date | undefined> {
    const { client, release } = await this.database.client();
    try {
      const { rows } = await client.query<{ due: Date | null }>(NEXT_DUE, [recipient, this.clock.now()]);
      return rows[0]?.due ?? undefined;
    } finally {
      release();
    }
  }

  /** Returns how many wait again; who waits for them hears of it. */
  giveBack(recipient: string, leaseId: string): Promise<number> {
    return this.database.transaction(async (client) => {
      const { rowCount } = await client.query(GIVE_BACK, [recipient, leaseId]);
      if (rowCount) await announceHeld(client, [recipient]);
      return rowCount ?? 0;
    });
  }

  /** To the commit nobody else gives out what waits for this member; whoever said nothing more has lost what it had. */
  private async hold(client: ClientBase, recipient: string): Promise<Date> {
    const now = this.clock.now();
    await client.query(LOCK_RECIPIENT, [recipient]);
    await client.query(FREE_OVERDUE, [recipient, now]);
    return now;
  }

  private async pick(client: ClientBase, { recipient, max, by }: HeldWish, now: Date): Promise<ClaimedDelivery[]> {
    const room = this.config.inFlightPerRecipient;
    const values = [recipient, now, room, max, MOST_BYTES, by === 'lease'];
    // a webhook is given one alone when that is to show whether it is back
    const isTry = by === 'reserve' && max === 1;
    const { rows } = await client.query<PickedRow>(isTry ? PICK_TRY : PICK_HELD, values);
    return rows.length === 0 ? [] : this.lock(client, recipient, rows);
  }

  private async lock(client: ClientBase, recipient: string, rows: readonly PickedRow[]): Promise<ClaimedDelivery[]> {
    const picked = rows.map(fromPicked);
    const locked = await client.query<LockedRow>(LOCK_PICKED, [recipient, ...keysOf(picked)]);
    const judged = new Map(locked.rows.map((row) => [row.log_id, judgedBy(row)]));
    return picked.flatMap((row) => (judged.has(row.logId) ? [{ ...row, ...judged.get(row.logId) }] : []));
  }
}

function keysOf(rows: readonly Pick<Delivery, 'stream' | 'epoch' | 'sequence'>[]): [string[], number[], number[]] {
  return [rows.map((r) => r.stream), rows.map((r) => r.epoch), rows.map((r) => r.sequence)];
}

function fromPicked(row: PickedRow): ClaimedDelivery {
  const { recipient, office, stream, epoch, attributes, signature, salt, value, traceparent } = row;
  return {
    ...{ recipient, office, stream, epoch, sequence: Number(row.seq), logId: row.log_id, attributes, signature },
    ...{ acceptedAt: row.accepted_at, signaturePath: row.signature_path },
    ...(traceparent ? { traceparent } : {}),
    ...(salt !== null && value !== null ? { salt, value } : {}),
  };
}

function judgedBy(row: LockedRow): Pick<ClaimedDelivery, 'isProducedBefore' | 'discardReason'> {
  const { discard_reason: discardReason, is_produced_before: isProducedBefore } = row;
  return { isProducedBefore, ...(discardReason === null ? {} : { discardReason }) };
}
