import type { SignedAttributes } from '@lienthong/envelope';
import type { Clock } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import type { ClaimedDelivery, DeliveryGate } from '../deliveries/delivery-gate';
import { LOOK_AGAIN_MS } from './expiry.rules';
import { OVERDUE_AT_RELAY } from './expiry.sql';

interface OverdueRow {
  recipient: string;
  office: string;
  stream: string;
  epoch: number;
  seq: string;
  log_id: string;
  discard_reason: string | null;
  accepted_at: Date;
  attributes: SignedAttributes;
  signature: string;
  signature_path: string;
  salt: string | null;
  has_payload: boolean;
}

const NOT_READ = Buffer.alloc(0);

/**
 * Makes voids of what has passed its deadline and waits for a member with Kafka: also where that has no room, or is suspended. It
 * runs on the connection of the leader of the relay, between what it sends, after its marks: what waits then was not sent.
 */
export class OverdueAtRelay {
  private isWanted = true;

  constructor(
    private readonly gate: DeliveryGate,
    private readonly clock: Clock,
  ) {}

  /** Deadlines may have passed. */
  want(): void {
    this.isWanted = true;
  }

  /** Returns the recipients of which something was looked at. */
  async void(client: ClientBase, shards: readonly number[]): Promise<ReadonlySet<string>> {
    if (!this.isWanted) return new Set();
    this.isWanted = false;
    const now = this.clock.now();
    const looked = new Date(now.getTime() + LOOK_AGAIN_MS);
    const { rows } = await client.query<OverdueRow>(OVERDUE_AT_RELAY, [now, looked, shards]);
    if (rows.length > 0) await this.gate.settle(client, rows.map(fromOverdue));
    return new Set(rows.map(({ recipient }) => recipient));
  }
}

function fromOverdue(row: OverdueRow): ClaimedDelivery {
  const { recipient, office, stream, epoch, attributes, signature, salt } = row;
  return {
    ...{ recipient, office, stream, epoch, sequence: Number(row.seq), logId: row.log_id, attributes, signature },
    ...{ acceptedAt: row.accepted_at, signaturePath: row.signature_path, isProducedBefore: false },
    ...(row.has_payload && salt !== null ? { salt, value: NOT_READ } : {}),
    ...(row.discard_reason === null ? {} : { discardReason: row.discard_reason }),
  };
}
