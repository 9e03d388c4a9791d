import { Injectable } from '@nestjs/common';
import { Clock, instantText, newId } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { busErrors } from '../integration-bus.errors';
import { logParameters } from '../log/append-log';
import type { LogEntry } from '../log/log-entry';
import { DeliveryRelay } from './delivery-relay';
import { DISCARD_DELIVERY, LOCK_DELIVERY } from './discard-delivery.sql';

export interface DiscardOrder {
  readonly recipient: string;
  readonly logId: string;
  readonly reason: string;
  /** The person of the token. */
  readonly by: string;
}

interface LockedRow {
  seq: string;
  state: string;
  produced_at: Date | null;
  replaced_log_id: string | null;
  discard_reason: string | null;
}

/**
 * An operator sets a delivery aside that was never produced. This only notes it, with an entry of the log: the leader of
 * the relay alone knows what is on its way, so the void is made where the delivery would have been produced.
 */
@Injectable()
export class DiscardDelivery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly relay: DeliveryRelay,
    private readonly clock: Clock,
  ) {}

  /** @throws integration-bus.DELIVERY_UNKNOWN, DELIVERY_PRODUCED, DELIVERY_VOID, DELIVERY_TO_BE_DISCARDED */
  async run(order: DiscardOrder): Promise<{ readonly entryLogId: string }> {
    const { recipient, logId, reason } = order;
    const entry = this.entryOf(order);
    await this.relay.marked();
    const leftAt = this.relay.sentAt({ recipient, logId });
    if (leftAt) throw busErrors.DELIVERY_PRODUCED({ recipient, producedAt: instantText(leftAt) });
    await this.unitOfWork.inTransaction(async ({ client }) => {
      const { rows } = await client.query<LockedRow>(LOCK_DELIVERY, [recipient, logId]);
      refuseUnlessWaiting(rows[0], order);
      await client.query(DISCARD_DELIVERY, [...logParameters([entry]), recipient, logId, reason]);
    });
    this.relay.setAside(recipient);
    return { entryLogId: entry.logId };
  }

  private entryOf({ recipient, logId, reason, by }: DiscardOrder): LogEntry {
    return {
      logId: newId(this.clock),
      kind: 'admin',
      acceptedAt: this.clock.now(),
      verdict: { outcome: 'accepted' },
      content: { act: 'discard-delivery', recipient, logId, reason, by },
    };
  }
}

function refuseUnlessWaiting(row: LockedRow | undefined, { recipient, logId }: DiscardOrder): void {
  if (!row) throw busErrors.DELIVERY_UNKNOWN({ recipient, logId });
  if (row.replaced_log_id !== null) throw busErrors.DELIVERY_VOID();
  if (row.produced_at !== null) {
    throw busErrors.DELIVERY_PRODUCED({ recipient, producedAt: instantText(row.produced_at) });
  }
  if (row.discard_reason !== null) throw busErrors.DELIVERY_TO_BE_DISCARDED();
}
