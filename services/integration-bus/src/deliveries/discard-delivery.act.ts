import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../acts/act';
import { ActKind } from '../acts/act-kind';
import { busErrors } from '../integration-bus.errors';
import { DeliveryRelay } from './delivery-relay';
import { DISCARD_DELIVERY, LOCK_DELIVERY } from './discard-delivery.sql';

export class DiscardDeliveryContent {
  /** Code of the member. */
  @IsString()
  @MaxLength(60)
  readonly recipient: string;

  /** The entry of the log that the delivery carries. */
  @IsUUID()
  readonly logId: string;
}

interface LockedRow {
  seq: string;
  state: string;
  produced_at: Date | null;
  replaced_log_id: string | null;
  discard_reason: string | null;
}

/**
 * This only notes the wish: the leader of the relay alone knows what is on its way, so the void is made where the delivery
 * would have been produced. The act's reason is told to the recipient.
 */
@ActKind({
  name: 'discard-delivery',
  effect: 'irreversible',
  summary: 'Sets a delivery aside for good that was never produced; a void with the reason takes its number.',
  content: DiscardDeliveryContent,
})
export class DiscardDeliveryAct implements CarriesOut<DiscardDeliveryContent> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly relay: DeliveryRelay,
  ) {}

  /** @throws integration-bus.DELIVERY_UNKNOWN, DELIVERY_PRODUCED, DELIVERY_VOID, DELIVERY_TO_BE_DISCARDED */
  async foresee(client: ClientBase, content: DiscardDeliveryContent): Promise<void> {
    const { recipient, logId } = content;
    await this.relay.marked();
    const leftAt = this.relay.sentAt({ recipient, logId });
    if (leftAt) throw busErrors.DELIVERY_PRODUCED({ recipient, producedAt: instantText(leftAt) });
    const { rows } = await client.query<LockedRow>(LOCK_DELIVERY, [recipient, logId]);
    refuseUnlessWaiting(rows[0], content);
  }

  /** @throws as `foresee` does */
  async carryOut(client: ClientBase, content: DiscardDeliveryContent, { reason }: ActInForce): Promise<undefined> {
    const { recipient, logId } = content;
    await this.foresee(client, content);
    await client.query(DISCARD_DELIVERY, [recipient, logId, reason]);
    this.unitOfWork.wakeAfterCommit(() => this.relay.setAside(recipient));
    return undefined;
  }
}

function refuseUnlessWaiting(row: LockedRow | undefined, { recipient, logId }: DiscardDeliveryContent): void {
  if (!row) throw busErrors.DELIVERY_UNKNOWN({ recipient, logId });
  if (row.replaced_log_id !== null) throw busErrors.DELIVERY_VOID();
  if (row.produced_at !== null) {
    throw busErrors.DELIVERY_PRODUCED({ recipient, producedAt: instantText(row.produced_at) });
  }
  if (row.discard_reason !== null) throw busErrors.DELIVERY_TO_BE_DISCARDED();
}
