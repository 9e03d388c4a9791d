import { Injectable } from '@nestjs/common';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import type { AcknowledgedDelivery } from '../deliveries/acknowledgement.rules';
import { TRACE_DOSSIER } from './trace.sql';

export interface TracedDelivery {
  readonly recipient: string;
  readonly office: string;
  readonly state: 'waiting' | 'produced' | 'acknowledged';
  readonly deliverySequence: number;
  readonly deliveredAt?: string;
  readonly handledAt?: string;
  readonly outcome?: AcknowledgedDelivery['outcome'];
  /** A void took its number: why. Then the rest of the line is about the void. */
  readonly voided?: string;
  /** When the recipient asked for it again, although it had said its last word. */
  readonly askedAgainAt?: string;
}

export interface TracedMessage {
  readonly id: string;
  readonly type: string;
  readonly sender: string;
  readonly senderOffice: string;
  readonly subject?: string;
  readonly stream: string;
  readonly sentAt: string;
  readonly acceptedAt: string;
  readonly logId: string;
  readonly causationId?: string;
  readonly deliveries: readonly TracedDelivery[];
}

export interface Trace {
  readonly dossierCode: string;
  readonly messages: readonly TracedMessage[];
}

interface DeliveryJson {
  recipient: string;
  office: string;
  state: TracedDelivery['state'];
  seq: number;
  producedAt: string | null;
  handledAt: string | null;
  outcome: NonNullable<TracedDelivery['outcome']> | null;
  voided: string | null;
  askedAgainAt: string | null;
}

interface MessageRow {
  log_id: string;
  id: string;
  type: string;
  sender: string;
  subject: string | null;
  stream: string;
  causation_id: string | null;
  accepted_at: Date;
  sender_office: string;
  sent_at: string;
  deliveries: readonly DeliveryJson[];
}

const MOST_MESSAGES = 1_000;

/** Who has a dossier now, and since when. */
@Injectable()
export class TraceQuery {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** A dossier of which nothing was accepted yet has no messages. */
  async ofDossier(dossierCode: string): Promise<Trace> {
    const rows = await this.unitOfWork.query<MessageRow>(TRACE_DOSSIER, [dossierCode, MOST_MESSAGES]);
    return { dossierCode, messages: rows.map(toMessage) };
  }
}

function toMessage(row: MessageRow): TracedMessage {
  return {
    id: row.id,
    type: row.type,
    sender: row.sender,
    senderOffice: row.sender_office,
    ...(row.subject ? { subject: row.subject } : {}),
    stream: row.stream,
    sentAt: row.sent_at,
    acceptedAt: instantText(row.accepted_at),
    logId: row.log_id,
    ...(row.causation_id ? { causationId: row.causation_id } : {}),
    deliveries: row.deliveries.flatMap(toDeliveries),
  };
}

/** One line per office that is addressed; the offices of a member share one delivery. */
function toDeliveries(row: DeliveryJson): TracedDelivery[] {
  const { recipient, state, seq: deliverySequence, producedAt, handledAt, outcome, voided, askedAgainAt } = row;
  return row.office.split(',').map((office) => ({
    ...{ recipient, office, state, deliverySequence },
    ...(producedAt ? { deliveredAt: instantText(new Date(producedAt)) } : {}),
    ...(handledAt ? { handledAt: instantText(new Date(handledAt)) } : {}),
    ...(outcome ? { outcome } : {}),
    ...(voided ? { voided } : {}),
    ...(askedAgainAt ? { askedAgainAt: instantText(new Date(askedAgainAt)) } : {}),
  }));
}
