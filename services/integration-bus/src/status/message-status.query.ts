import { Injectable } from '@nestjs/common';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { BUS_MEMBER } from '../bus-address';
import type { AcknowledgedDelivery } from '../deliveries/acknowledgement.rules';
import { busErrors } from '../integration-bus.errors';
import { FIND_DELIVERIES, FIND_MESSAGE } from './message-status.sql';

/** A fact of the log: when, who says so, by which entry, with which key; what the bus says has none before its checkpoint. */
export interface StatusFact {
  readonly at: string;
  readonly by: string;
  readonly logId: string;
  readonly keyId?: string;
}

export interface DeliveryStatus {
  readonly recipient: string;
  readonly deliverySequence: number;
  /** Produced to its topic, leased, or taken by its webhook. */
  readonly delivered?: StatusFact;
  /** What the recipient signed: `handled`, or why not yet. */
  readonly handled?: StatusFact & { readonly outcome: AcknowledgedDelivery['outcome']; readonly cause?: string };
  /** A void took its number; it is no longer delivered. */
  readonly voided?: StatusFact & { readonly reason: string };
  /** With a void: the recipient had handled the message itself before the void came. */
  readonly handledAfterAll?: StatusFact;
}

export interface MessageStatus {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly sequence: number;
  readonly accepted?: StatusFact;
  readonly rejected?: StatusFact & { readonly code: string; readonly reason: string };
  readonly deliveries: readonly DeliveryStatus[];
}

interface MessageRow {
  log_id: string;
  kind: string;
  accepted_at: Date;
  type: string;
  stream: string;
  sequence: string;
  code: string | null;
  text: string | null;
  kid: string | null;
}

interface DeliveryRow {
  recipient: string;
  seq: string;
  log_id: string;
  produced_at: Date | null;
  outcome: AcknowledgedDelivery['outcome'] | null;
  handled_at: Date | null;
  acknowledged_at: Date | null;
  cause: string | null;
  ack_log_id: string | null;
  ack_key_id: string | null;
  void_reason: string | null;
  voided_at: Date | null;
  void_key_id: string | null;
  kid: string | null;
  after_all_at: Date | null;
  after_all_log_id: string | null;
  after_all_key_id: string | null;
}

/** What a sender may know of its own messages: the four facts, each with time and signer. */
@Injectable()
export class MessageStatusQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws integration-bus.MESSAGE_UNKNOWN, also for messages of others */
  async of(sender: string, id: string): Promise<MessageStatus> {
    const entries = await this.unitOfWork.query<MessageRow>(FIND_MESSAGE, [sender, id]);
    const accepted = entries.find(({ kind }) => kind !== 'rejected');
    const refused = entries.find(({ kind }) => kind === 'rejected');
    const one = accepted ?? refused;
    if (!one) throw busErrors.MESSAGE_UNKNOWN({ id, sender });
    const found = accepted ? await this.unitOfWork.query<DeliveryRow>(FIND_DELIVERIES, [accepted.log_id]) : [];
    return {
      ...{ id, type: one.type, stream: one.stream, sequence: Number(one.sequence) },
      ...(accepted ? { accepted: byBus(accepted) } : {}),
      ...(refused ? { rejected: { ...byBus(refused), code: refused.code ?? '', reason: refused.text ?? '' } } : {}),
      deliveries: found.map(deliveryOf),
    };
  }
}

function deliveryOf(row: DeliveryRow): DeliveryStatus {
  const { recipient, outcome, cause, log_id: logId, ack_log_id: ackLogId, after_all_log_id: afterAllLogId } = row;
  const at = row.handled_at ?? row.acknowledged_at;
  return {
    ...{ recipient, deliverySequence: Number(row.seq) },
    ...(row.produced_at ? { delivered: byBus({ ...row, accepted_at: row.produced_at }) } : {}),
    ...(outcome && at && ackLogId
      ? { handled: { ...fact(at, recipient, ackLogId, row.ack_key_id), outcome, ...(cause ? { cause } : {}) } }
      : {}),
    ...(row.voided_at && row.void_reason !== null
      ? { voided: { ...fact(row.voided_at, BUS_MEMBER, logId, row.void_key_id), reason: row.void_reason } }
      : {}),
    ...(row.after_all_at && afterAllLogId
      ? { handledAfterAll: fact(row.after_all_at, recipient, afterAllLogId, row.after_all_key_id) }
      : {}),
  };
}

/** The bus answers for its entries by the checkpoints over the log. */
function byBus({
  accepted_at: at,
  log_id: logId,
  kid,
}: Pick<MessageRow, 'accepted_at' | 'log_id' | 'kid'>): StatusFact {
  return fact(at, BUS_MEMBER, logId, kid);
}

function fact(at: Date, by: string, logId: string, keyId: string | null): StatusFact {
  return { at: instantText(at), by, logId, ...(keyId === null ? {} : { keyId }) };
}
