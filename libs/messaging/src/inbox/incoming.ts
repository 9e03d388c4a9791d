import {
  type Address,
  contentHash,
  type Envelope,
  envelopeErrors,
  fromHeaders,
  isProtocolType,
  leafOf,
  memberOfSource,
  messageOf,
  parseCanonical,
  type Received,
  recipientsOf,
  type SignatureVerifier,
  validateBody,
  VoidV1,
} from '@lienthong/envelope';
import { type AppError, type Clock, isAppError } from '@lienthong/kernel';
import type { WireRecord } from '../kafka/gathered';
import { messagingErrors } from '../messaging.errors';

/** A record whose envelope can be read; everything that needs no database is checked (`fault` when something is wrong). */
export interface Incoming {
  readonly record: WireRecord;
  /** Absent only for a stashed record that can no longer be read. */
  readonly envelope?: Envelope;
  readonly sender: string;
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly epoch: number;
  readonly sequence: number;
  /** SHA-256 leaf in base64url: the identity of the content and its attributes. */
  readonly hash: string;
  readonly body: unknown;
  readonly fault?: AppError;
  /** Of a void: the message whose number it takes. */
  readonly voids?: Replaced;
  /** Act of the bus by which it comes once more. */
  readonly replay?: string;
}

/** Identity and leaf of a message that a void replaces. */
export interface Replaced {
  readonly sender: string;
  readonly id: string;
  readonly hash: string;
}

/** A record that cannot even be named, or that has no place in a stream although it needs one. */
export interface Unreadable {
  readonly record: WireRecord;
  readonly fault: AppError;
}

export interface IncomingChecks {
  readonly member: string;
  readonly verifier: SignatureVerifier;
  readonly clock: Clock;
}

/** The only member that sends protocol messages to others. */
export const BUS_MEMBER = 'integration-bus';

const VOID = messageOf(VoidV1);
/** Largest epoch that the database holds. */
const LAST_EPOCH = 0x7fff_ffff;

export function isUnreadable(one: Incoming | Unreadable): one is Unreadable {
  return !('id' in one);
}

/** Reads and checks one record: headers, addressee, signature at acceptance, content hash, canonical JSON. Never throws. */
export function readIncoming(record: WireRecord, checks: IncomingChecks): Incoming | Unreadable {
  let envelope: Envelope;
  try {
    envelope = fromHeaders(record.headers, record.value);
  } catch (error) {
    return { record, fault: asFault(error) };
  }
  const { attributes, bus } = envelope;
  const leaf = leafOf(attributes);
  const known = {
    record,
    envelope,
    sender: memberOfSource(attributes.source),
    id: attributes.id,
    type: attributes.type,
    stream: attributes.partitionkey,
    epoch: Number(bus.deliveryepoch ?? 0),
    sequence: Number(bus.deliverysequence ?? 0),
    hash: leaf.toString('base64url'),
    ...(bus.replay === undefined ? {} : { replay: bus.replay }),
  };
  const fault = placeFault(known);
  if (fault) return { record, fault };
  try {
    const body = check(envelope, leaf, checks);
    return known.type === VOID.type ? { ...known, body, voids: replacedBy(body) } : { ...known, body };
  } catch (error) {
    return { ...known, body: undefined, fault: asFault(error) };
  }
}

/** Everything but the bus's answers has a place in a stream; without one it can neither be handled nor stashed. */
function placeFault({ type, epoch, sequence }: Pick<Incoming, 'type' | 'epoch' | 'sequence'>): AppError | undefined {
  if (epoch > LAST_EPOCH) return envelopeErrors.HEADER_INVALID({ header: 'ce_deliveryepoch' });
  if (isProtocolType(type) && type !== VOID.type) return undefined;
  return epoch < 1 || sequence < 1 ? messagingErrors.DELIVERY_NUMBER_MISSING() : undefined;
}

function replacedBy(body: unknown): Replaced {
  const { replacedSender, replacedId, replacedHash } = validateBody(VoidV1, body, 'tolerant');
  return { sender: replacedSender, id: replacedId, hash: replacedHash };
}

function check(envelope: Envelope, leaf: Buffer, { member, verifier, clock }: IncomingChecks): unknown {
  const { attributes, bus } = envelope;
  const sender = memberOfSource(attributes.source);
  const at = bus.acceptedat ? new Date(bus.acceptedat) : clock.now();
  verifier.verify(leaf, envelope.signature, envelope.signaturepath, { member: sender, at });
  if (!addressOf(envelope, member)) {
    throw messagingErrors.NOT_ADDRESSED({ recipients: attributes.recipients });
  }
  if (contentHash(Buffer.from(envelope.contentsalt, 'base64url'), envelope.value) !== attributes.contenthash) {
    throw messagingErrors.CONTENT_CHANGED();
  }
  if (isProtocolType(attributes.type) && sender !== BUS_MEMBER) throw messagingErrors.NOT_FROM_BUS({ sender });
  return parseCanonical(envelope.value);
}

/** Our office that is addressed; one that is given the past is named by the bus, beside what the sender signed. */
function addressOf({ attributes, bus }: Envelope, member: string): Address | undefined {
  const named = [...recipientsOf(attributes.recipients), ...(bus.historyfor ? recipientsOf(bus.historyfor) : [])];
  return named.find((recipient) => recipient.member === member);
}

/** What a handler sees. */
export function toReceived(incoming: Incoming, member: string, body: unknown): Received<never> {
  if (!incoming.envelope) throw new Error('a message without an envelope reached a handler');
  const { attributes, bus } = incoming.envelope;
  const recipients = recipientsOf(attributes.recipients);
  return {
    id: incoming.id,
    type: incoming.type,
    sender: incoming.sender,
    senderOffice: attributes.senderoffice,
    office: addressOf(incoming.envelope, member)?.office ?? '',
    recipients,
    ...(attributes.subject ? { subject: attributes.subject } : {}),
    stream: incoming.stream,
    time: attributes.time,
    epoch: incoming.epoch,
    sequence: incoming.sequence,
    ...(attributes.causationid ? { causationId: attributes.causationid } : {}),
    ...(bus.acceptedat ? { acceptedAt: bus.acceptedat } : {}),
    ...(bus.logid ? { logId: bus.logid } : {}),
    body: body as never,
  };
}

function asFault(error: unknown): AppError {
  if (isAppError(error)) return error;
  throw error;
}
