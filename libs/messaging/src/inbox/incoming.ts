import {
  contentHash,
  type Envelope,
  fromHeaders,
  isProtocolType,
  leafOf,
  memberOfSource,
  parseCanonical,
  type Received,
  recipientsOf,
  type SignatureVerifier,
} from '@lienthong/envelope';
import { type AppError, type Clock, isAppError } from '@lienthong/kernel';
import type { WireRecord } from '../kafka/gathering-consumer';
import { messagingErrors } from '../messaging.errors';

/** A record whose envelope can be read; everything that needs no database is checked (`fault` when something is wrong). */
export interface Incoming {
  readonly record: WireRecord;
  readonly envelope: Envelope;
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
}

/** A record that cannot even be named. */
export interface Unreadable {
  readonly record: WireRecord;
  readonly fault: AppError;
}

export interface IncomingChecks {
  readonly member: string;
  readonly verifier: SignatureVerifier;
  readonly clock: Clock;
}

export function isUnreadable(one: Incoming | Unreadable): one is Unreadable {
  return !('envelope' in one);
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
  };
  try {
    return { ...known, body: check(envelope, leaf, checks) };
  } catch (error) {
    return { ...known, body: undefined, fault: asFault(error) };
  }
}

function check(envelope: Envelope, leaf: Buffer, { member, verifier, clock }: IncomingChecks): unknown {
  const { attributes, bus } = envelope;
  const protocol = isProtocolType(attributes.type);
  const at = bus.acceptedat ? new Date(bus.acceptedat) : clock.now();
  verifier.verify(leaf, envelope.signature, envelope.signaturepath, { member: memberOfSource(attributes.source), at });
  if (!recipientsOf(attributes.recipients).some((recipient) => recipient.member === member)) {
    throw messagingErrors.NOT_ADDRESSED({ recipients: attributes.recipients });
  }
  if (contentHash(Buffer.from(envelope.contentsalt, 'base64url'), envelope.value) !== attributes.contenthash) {
    throw messagingErrors.CONTENT_CHANGED();
  }
  if (!protocol && !bus.deliverysequence) throw messagingErrors.DELIVERY_NUMBER_MISSING();
  return parseCanonical(envelope.value);
}

/** What a handler sees. */
export function toReceived(incoming: Incoming, member: string, body: unknown): Received<never> {
  const { attributes, bus } = incoming.envelope;
  const recipients = recipientsOf(attributes.recipients);
  const mine = recipients.find((recipient) => recipient.member === member);
  return {
    id: incoming.id,
    type: incoming.type,
    sender: incoming.sender,
    senderOffice: attributes.senderoffice,
    office: mine?.office ?? '',
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
