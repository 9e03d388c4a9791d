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
  is_produced_before: boolean;
  discard_reason: string | null;
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
      const now = this.clock.now();
      await client.query(LOCK_RECIPIENT, [wish.recipient]);
      await client.query(FREE_OVERDUE, [wish.recipient, now]);
      const picked = await this.pick(client, wish, now);
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
      await client.query(LOCK_RECIPIENT, [recipient]);
      const { rows } = await client.query<PickedRow>(PICK_BY_ENTRY, [recipient, this.clock.now(), logIds]);
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

  private async pick(client: ClientBase, { recipient, max, by }: HeldWish, now: Date): Promise<ClaimedDelivery[]> {
    const room = this.config.inFlightPerRecipient;
    const values = [recipient, now, room, max, MOST_BYTES, by === 'lease'];
    const { rows } = await client.query<PickedRow>(PICK_HELD, values);
    return rows.length === 0 ? [] : this.lock(client, recipient, rows);
  }

  private async lock(client: ClientBase, recipient: string, rows: readonly PickedRow[]): Promise<ClaimedDelivery[]> {
    const claimed = rows.map(fromPicked);
    const locked = await client.query<{ log_id: string }>(LOCK_PICKED, [recipient, ...keysOf(claimed)]);
    const still = new Set(locked.rows.map((row) => row.log_id));
    return claimed.filter(({ logId }) => still.has(logId));
  }
}

function keysOf(rows: readonly Pick<Delivery, 'stream' | 'epoch' | 'sequence'>[]): [string[], number[], number[]] {
  return [rows.map((r) => r.stream), rows.map((r) => r.epoch), rows.map((r) => r.sequence)];
}

function fromPicked(row: PickedRow): ClaimedDelivery {
  const { recipient, office, stream, epoch, attributes, signature, salt, value, traceparent } = row;
  return {
    ...{ recipient, office, stream, epoch, sequence: Number(row.seq), logId: row.log_id, attributes, signature },
    ...{ acceptedAt: row.accepted_at, signaturePath: row.signature_path, isProducedBefore: row.is_produced_before },
    ...(traceparent ? { traceparent } : {}),
    ...(salt !== null && value !== null ? { salt, value } : {}),
    ...(row.discard_reason === null ? {} : { discardReason: row.discard_reason }),
  };
}
