import { instantText } from '@lienthong/kernel';
import type { MessageBehindGap, RefusedMessage, Trace, TracedDelivery, TracedMessage, TracedWord } from './trace';
import { waitingPlace } from './waiting-place.rules';

type Outcome = TracedWord['outcome'];

interface WordJson {
  outcome: Outcome;
  cause: string | null;
  at: string | null;
  acknowledgedAt: string;
  ackLogId: string | null;
}

interface DeliveryJson {
  recipient: string;
  office: string;
  state: TracedDelivery['state'];
  seq: number;
  epoch: number;
  attempts: number;
  producedAt: string | null;
  lastProducedAt: string | null;
  handledAt: string | null;
  acknowledgedAt: string | null;
  outcome: Outcome | null;
  cause: string | null;
  ackLogId: string | null;
  voided: string | null;
  afterAll: WordJson | null;
  discardReason: string | null;
  askedAgainAt: string | null;
  transport: 'kafka' | 'pull' | 'webhook' | null;
  isSuspended: boolean;
  isFull: boolean;
  isLeased: boolean;
  isLeftAlone: boolean;
  behind: number | null;
  words: readonly WordJson[];
}

interface MessageJson {
  log_id: string;
  id: string;
  type: string;
  sender: string;
  subject: string | null;
  stream: string;
  epoch: number;
  sequence: number;
  hash: string;
  dataschema: string;
  causation_id: string | null;
  accepted_at: string;
  sender_office: string;
  sent_at: string;
  deliveries: readonly DeliveryJson[];
}

interface RefusedJson {
  log_id: string;
  id: string;
  type: string;
  sender: string;
  stream: string;
  accepted_at: string;
  code: string;
  text: string;
  is_verified: boolean;
}

interface BehindJson {
  id: string;
  type: string;
  key: string;
  epoch: number;
  seq: number;
  stashed_at: string;
  missing_from: number;
  missing_to: number;
}

/** The one row of a trace; times are texts of the database. */
export interface TraceRow {
  messages: readonly MessageJson[];
  refused: readonly RefusedJson[];
  behind: readonly BehindJson[];
}

export function traceOf(dossierCode: string, { messages, refused, behind }: TraceRow): Trace {
  return {
    dossierCode,
    messages: messages.map(toMessage),
    refused: refused.map(toRefused),
    behindGaps: behind.map(toBehind),
  };
}

function toMessage(row: MessageJson): TracedMessage {
  return {
    id: row.id,
    type: row.type,
    sender: row.sender,
    senderOffice: row.sender_office,
    ...(row.subject ? { subject: row.subject } : {}),
    ...{ stream: row.stream, epoch: row.epoch, sequence: row.sequence, hash: row.hash, schema: row.dataschema },
    sentAt: row.sent_at,
    acceptedAt: instant(row.accepted_at),
    logId: row.log_id,
    ...(row.causation_id ? { causationId: row.causation_id } : {}),
    deliveries: row.deliveries.flatMap((delivery) => toDeliveries(delivery, row)),
  };
}

/** One line per office that is addressed; the offices of a member share one delivery. */
function toDeliveries(row: DeliveryJson, message: MessageJson): TracedDelivery[] {
  const { recipient, state, seq: deliverySequence, epoch: deliveryEpoch, attempts } = row;
  return row.office.split(',').map((office) => ({
    ...{ recipient, office, state, deliverySequence, deliveryEpoch, attempts },
    ...(row.producedAt ? { deliveredAt: instant(row.producedAt) } : {}),
    ...(row.handledAt ? { handledAt: instant(row.handledAt) } : {}),
    ...(row.outcome ? { outcome: row.outcome } : {}),
    ...(row.cause ? { cause: row.cause } : {}),
    ...waitOf(row, message),
    acknowledgements: wordsOf(row).map(toWord),
    ...(row.voided ? { voided: row.voided } : {}),
    ...(row.afterAll ? { handledAfterAll: toWord(row.afterAll) } : {}),
    ...(row.askedAgainAt ? { askedAgainAt: instant(row.askedAgainAt) } : {}),
  }));
}

function waitOf(
  row: DeliveryJson,
  message: MessageJson,
): Pick<TracedDelivery, 'waits' | 'waitsSince' | 'behind'> | undefined {
  const waits = waitingPlace({
    ...{
      state: row.state,
      isSuspended: row.isSuspended,
      isFull: row.isFull,
      isLeased: row.isLeased,
      isLeftAlone: row.isLeftAlone,
    },
    isToBeDiscarded: row.discardReason !== null,
    ...(row.outcome ? { outcome: row.outcome } : {}),
    ...(row.transport ? { transport: row.transport } : {}),
  });
  if (!waits) return undefined;
  const since = row.outcome ? row.acknowledgedAt : row.state === 'produced' ? row.producedAt : null;
  return {
    waits,
    waitsSince: instant(since ?? message.accepted_at),
    ...(row.behind === null ? {} : { behind: row.behind }),
  };
}

function wordsOf(row: DeliveryJson): readonly WordJson[] {
  const { outcome, cause, handledAt: at, acknowledgedAt, ackLogId } = row;
  return outcome && acknowledgedAt ? [...row.words, { outcome, cause, at, acknowledgedAt, ackLogId }] : row.words;
}

function toWord({ outcome, cause, at, acknowledgedAt, ackLogId }: WordJson): TracedWord {
  return {
    outcome,
    ...(cause ? { cause } : {}),
    ...(at ? { at: instant(at) } : {}),
    acknowledgedAt: instant(acknowledgedAt),
    ...(ackLogId ? { ackLogId } : {}),
  };
}

function toRefused(row: RefusedJson): RefusedMessage {
  const { id, type, sender, stream, code, text } = row;
  return {
    ...{ id, type, sender, stream, code, text, isVerified: row.is_verified },
    ...{ at: instant(row.accepted_at), logId: row.log_id },
  };
}

function toBehind(row: BehindJson): MessageBehindGap {
  const bar = row.key.indexOf('|');
  return {
    ...{ id: row.id, type: row.type, sender: row.key.slice(0, bar), stream: row.key.slice(bar + 1) },
    ...{ epoch: row.epoch, sequence: row.seq, missingFrom: row.missing_from, missingTo: row.missing_to },
    since: instant(row.stashed_at),
  };
}

function instant(text: string): string {
  return instantText(new Date(text));
}
