import { canonicalBytes, type RawHeaders } from '@lienthong/envelope';
import { isAppError } from '@lienthong/kernel';
import { busErrors } from '../integration-bus.errors';

/** A message as HTTP brings it: the headers of its Kafka form, and the bytes of its value. */
export interface HttpEvent {
  readonly headers: Readonly<Record<string, string>>;
  readonly value: Buffer;
}

const JSON_TYPE = 'application/json';
export const STRUCTURED_TYPE = 'application/cloudevents+json';
/** Not attributes of the message, but of the form in which it comes. */
const FORM_MEMBERS = new Set(['data', 'data_base64', 'datacontenttype']);
const NAME = /^[a-z0-9]{1,20}$/;

/**
 * Reads a request by the HTTP protocol binding of CloudEvents 1.0: binary by `application/json` and `ce-` headers, else
 * structured. The form of each attribute is checked where Kafka's headers are. @throws integration-bus.CONTENT_TYPE_UNKNOWN,
 * EVENT_MALFORMED, ATTRIBUTE_INVALID, envelope.TOO_DEEP
 */
export function eventOf(headers: RawHeaders, body: Buffer): HttpEvent {
  const given = headers['content-type'];
  const contentType = typeof given === 'string' ? given : '';
  const [mediaType = ''] = contentType.toLowerCase().split(';', 1);
  switch (mediaType.trim()) {
    case JSON_TYPE:
      return binaryEvent(headers, body);
    case STRUCTURED_TYPE:
      return structuredEvent(body);
    default:
      throw busErrors.CONTENT_TYPE_UNKNOWN({
        contentType: contentType || '-',
        allowed: [JSON_TYPE, STRUCTURED_TYPE],
      });
  }
}

function binaryEvent(raw: RawHeaders, value: Buffer): HttpEvent {
  const headers: Record<string, string> = { 'content-type': JSON_TYPE };
  for (const [header, text] of Object.entries(raw)) {
    if (typeof text !== 'string') continue;
    if (header === 'traceparent') headers.traceparent ??= text;
    else if (header === 'ce-traceparent') headers.traceparent = text;
    else if (header.startsWith('ce-')) headers[`ce_${header.slice(3)}`] = percentDecoded(text);
  }
  return { headers, value };
}

/** The binding encodes what a header cannot hold; what is no such encoding stands for itself. */
function percentDecoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function structuredEvent(body: Buffer): HttpEvent {
  const event = parsedObject(body);
  const headers: Record<string, string> = { 'content-type': JSON_TYPE };
  for (const [name, value] of Object.entries(event)) {
    if (FORM_MEMBERS.has(name) || value === null) continue;
    const header = name === 'traceparent' ? name : `ce_${name}`;
    headers[header] = attributeText(name, value);
  }
  if ((event.datacontenttype ?? JSON_TYPE) !== JSON_TYPE) {
    throw busErrors.CONTENT_TYPE_UNKNOWN({ contentType: 'datacontenttype', allowed: [JSON_TYPE] });
  }
  return { headers, value: valueOf(event) };
}

function parsedObject(body: Buffer): Record<string, unknown> {
  try {
    const event: unknown = JSON.parse(body.toString('utf8'));
    if (typeof event === 'object' && event !== null && !Array.isArray(event)) return event as Record<string, unknown>;
  } catch (cause) {
    throw busErrors.EVENT_MALFORMED({}, { cause });
  }
  throw busErrors.EVENT_MALFORMED();
}

/** Attributes are texts, or whole numbers as CloudEvents allows. */
function attributeText(name: string, value: unknown): string {
  if (!NAME.test(name)) throw busErrors.ATTRIBUTE_INVALID({ attribute: name.slice(0, 40) });
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  throw busErrors.ATTRIBUTE_INVALID({ attribute: name });
}

/** The signed bytes: the canonical form of `data`, or exactly what `data_base64` holds. */
function valueOf({ data, data_base64: encoded }: Record<string, unknown>): Buffer {
  if ((data === undefined) === (encoded === undefined)) throw busErrors.ATTRIBUTE_INVALID({ attribute: 'data' });
  if (encoded === undefined) return canonicalData(data);
  if (typeof encoded !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(encoded)) {
    throw busErrors.ATTRIBUTE_INVALID({ attribute: 'data_base64' });
  }
  return Buffer.from(encoded, 'base64');
}

/** What was parsed has a canonical form unless it holds half a character or is nested too deeply. */
function canonicalData(data: unknown): Buffer {
  try {
    return canonicalBytes(data);
  } catch (error) {
    if (isAppError(error) && error.kind === 'bug') throw busErrors.ATTRIBUTE_INVALID({ attribute: 'data' });
    throw error;
  }
}

/** A message in the structured form; `data` stands as the bytes that were signed, which are canonical JSON. */
export function structuredText(headers: Readonly<Record<string, string>>, value: Buffer): string {
  const attributes: Record<string, string> = {};
  for (const [header, text] of Object.entries(headers)) {
    if (header.startsWith('ce_')) attributes[header.slice(3)] = text;
  }
  if (headers.traceparent !== undefined) attributes.traceparent = headers.traceparent;
  attributes.datacontenttype = JSON_TYPE;
  return `${JSON.stringify(attributes).slice(0, -1)},"data":${value.toString('utf8')}}`;
}

/** A message in the binary form; the body is its value. */
export function binaryHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const told: Record<string, string> = {};
  for (const [header, text] of Object.entries(headers)) {
    if (header.startsWith('ce_')) told[`ce-${header.slice(3)}`] = text.replace(/["%]/g, encodeURIComponent);
    else told[header] = text;
  }
  return told;
}
