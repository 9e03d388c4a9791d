import { isId, isInstantText } from '@lienthong/kernel';
import { recipientsOf } from './addresses';
import type { SignedAttributes } from './attributes';
import { HASH_PATTERN } from './base64url';
import { MAX_PAYLOAD_BYTES } from './canonical-json';
import type { BusAttributes, Envelope } from './envelope';
import { envelopeErrors } from './envelope.errors';
import { STREAM_PATTERN } from './streams';

/** Headers as a Kafka client gives them. */
export type RawHeaders = Readonly<Record<string, unknown>>;

const SPEC_VERSION = '1.0';
const CONTENT_TYPE = 'application/json';
const MAX_SIGNATURE_LENGTH = 1024;
const MAX_PATH_LENGTH = 2048;

const matches =
  (shape: RegExp) =>
  (text: string): boolean =>
    shape.test(text);

const isHash = matches(new RegExp(HASH_PATTERN));
const isCounter = matches(/^(?:0|[1-9]\d{0,14})$/);
/** Epochs begin at 1 (protocol messages carry 0) and are kept in 32 bits. */
const isEpoch = (text: string): boolean => isCounter(text) && Number(text) <= 0x7fff_ffff;
const isOffice = matches(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
const isType = matches(/^vn\.lienthong(?:\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*){2}\.v[1-9]\d{0,3}$/);
const isSource = matches(/^\/members\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
const isStream = matches(new RegExp(STREAM_PATTERN));
const isVisible = matches(/^[\x21-\x7e]{1,256}$/);
const isTraceparent = matches(/^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/);

/** The Kafka headers of a message; the value and the key (`ce_partitionkey`) travel beside them. */
export function toHeaders(e: Envelope): Record<string, string> {
  const a = e.attributes;
  const headers: Record<string, string> = {
    ce_specversion: SPEC_VERSION,
    ce_id: a.id,
    ce_type: a.type,
    ce_source: a.source,
    ce_time: a.time,
    ce_dataschema: a.dataschema,
    ce_partitionkey: a.partitionkey,
    ce_senderoffice: a.senderoffice,
    ce_recipients: a.recipients,
    ce_epoch: a.epoch,
    ce_sequence: a.sequence,
    ce_contenthash: a.contenthash,
    ce_contentsalt: e.contentsalt,
    ce_signature: e.signature,
    ce_signaturepath: e.signaturepath,
    'content-type': CONTENT_TYPE,
  };
  if (a.subject !== undefined) headers.ce_subject = a.subject;
  if (a.causationid !== undefined) headers.ce_causationid = a.causationid;
  if (a.expirytime !== undefined) headers.ce_expirytime = a.expirytime;
  if (e.traceparent !== undefined) headers.traceparent = e.traceparent;
  if (e.bus.acceptedat !== undefined) headers.ce_acceptedat = e.bus.acceptedat;
  if (e.bus.logid !== undefined) headers.ce_logid = e.bus.logid;
  if (e.bus.deliveryepoch !== undefined) headers.ce_deliveryepoch = e.bus.deliveryepoch;
  if (e.bus.deliverysequence !== undefined) headers.ce_deliverysequence = e.bus.deliverysequence;
  return headers;
}

/**
 * Reads a record's headers; the form of every attribute is checked, signature and hash are not. Throws
 * envelope.TOMBSTONE, TOO_LARGE, HEADER_MISSING, HEADER_REPEATED, HEADER_INVALID (each naming the header). Unknown headers
 * are ignored; `foreignExtension` finds them.
 */
export function fromHeaders(headers: RawHeaders, value: Buffer | null): Envelope {
  if (value === null) throw envelopeErrors.TOMBSTONE();
  if (value.length > MAX_PAYLOAD_BYTES) throw envelopeErrors.TOO_LARGE({ limitBytes: MAX_PAYLOAD_BYTES });
  required(headers, 'ce_specversion', isSpecVersion);
  required(headers, 'content-type', isJson);
  const traceparent = optional(headers, 'traceparent', isVisible);
  return {
    attributes: signedAttributes(headers),
    contentsalt: required(headers, 'ce_contentsalt', isHash),
    signature: required(headers, 'ce_signature', isSignature),
    signaturepath: required(headers, 'ce_signaturepath', isPath),
    // A broken trace context is no reason to refuse a dossier: it is dropped, as the W3C recommendation asks.
    ...(traceparent !== undefined && isTraceparent(traceparent) ? { traceparent } : {}),
    bus: busAttributes(headers),
    value,
  };
}

function signedAttributes(headers: RawHeaders): SignedAttributes {
  const subject = optional(headers, 'ce_subject', isVisible);
  const causationid = optional(headers, 'ce_causationid', isId);
  const expirytime = optional(headers, 'ce_expirytime', isInstantText);
  return {
    id: required(headers, 'ce_id', isId),
    type: required(headers, 'ce_type', isType),
    source: required(headers, 'ce_source', isSource),
    ...(subject === undefined ? {} : { subject }),
    time: required(headers, 'ce_time', isInstantText),
    dataschema: required(headers, 'ce_dataschema', isVisible),
    partitionkey: required(headers, 'ce_partitionkey', isStream),
    senderoffice: required(headers, 'ce_senderoffice', isOffice),
    recipients: required(headers, 'ce_recipients', isRecipients),
    epoch: required(headers, 'ce_epoch', isEpoch),
    sequence: required(headers, 'ce_sequence', isCounter),
    ...(causationid === undefined ? {} : { causationid }),
    ...(expirytime === undefined ? {} : { expirytime }),
    contenthash: required(headers, 'ce_contenthash', isHash),
  };
}

function busAttributes(headers: RawHeaders): BusAttributes {
  const acceptedat = optional(headers, 'ce_acceptedat', isInstantText);
  const logid = optional(headers, 'ce_logid', isId);
  const deliveryepoch = optional(headers, 'ce_deliveryepoch', isCounter);
  const deliverysequence = optional(headers, 'ce_deliverysequence', isCounter);
  return {
    ...(acceptedat === undefined ? {} : { acceptedat }),
    ...(logid === undefined ? {} : { logid }),
    ...(deliveryepoch === undefined ? {} : { deliveryepoch }),
    ...(deliverysequence === undefined ? {} : { deliverysequence }),
  };
}

function required(headers: RawHeaders, header: string, isValid: (text: string) => boolean): string {
  const text = optional(headers, header, isValid);
  if (text === undefined) throw envelopeErrors.HEADER_MISSING({ header });
  return text;
}

function optional(headers: RawHeaders, header: string, isValid: (text: string) => boolean): string | undefined {
  const raw = headers[header];
  if (raw === undefined || raw === null) return undefined;
  if (Array.isArray(raw)) throw envelopeErrors.HEADER_REPEATED({ header });
  const text = typeof raw === 'string' ? raw : Buffer.isBuffer(raw) ? raw.toString('utf8') : undefined;
  if (text === undefined || !isValid(text)) throw envelopeErrors.HEADER_INVALID({ header });
  return text;
}

function isSpecVersion(text: string): boolean {
  return text === SPEC_VERSION;
}

function isJson(text: string): boolean {
  return text === CONTENT_TYPE;
}

function isSignature(text: string): boolean {
  return text.length > 0 && text.length <= MAX_SIGNATURE_LENGTH;
}

function isPath(text: string): boolean {
  return text.length > 0 && text.length <= MAX_PATH_LENGTH;
}

function isRecipients(text: string): boolean {
  try {
    recipientsOf(text);
    return true;
  } catch {
    return false;
  }
}
