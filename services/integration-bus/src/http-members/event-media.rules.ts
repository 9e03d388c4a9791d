import { canonicalBytes, jsonMembers, nonCanonicalFault, type RawHeaders } from '@lienthong/envelope';
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
const NOT_CANONICAL = 'envelope.NOT_CANONICAL';

/**
 * Reads a request by the HTTP protocol binding of CloudEvents 1.0: binary by `application/json` and `ce-` headers, else
 * structured. The form of each attribute is checked where Kafka's headers are. @throws integration-bus.CONTENT_TYPE_UNKNOWN,
 * EVENT_MALFORMED, ATTRIBUTE_INVALID
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
  const written = jsonMembers(body);
  const members = new Map(written?.map(({ name, text }) => [name, text]));
  // what is not JSON says nothing, and a name that stands twice says two things
  if (!written || members.size !== written.length) throw busErrors.EVENT_MALFORMED();
  const headers: Record<string, string> = { 'content-type': JSON_TYPE };
  for (const [name, text] of members) {
    const value: unknown = FORM_MEMBERS.has(name) ? null : JSON.parse(text);
    if (value === null) continue;
    const header = name === 'traceparent' ? name : `ce_${name}`;
    headers[header] = attributeText(name, value);
  }
  if (JSON.parse(members.get('datacontenttype') ?? `"${JSON_TYPE}"`) !== JSON_TYPE) {
    throw busErrors.CONTENT_TYPE_UNKNOWN({ contentType: 'datacontenttype', allowed: [JSON_TYPE] });
  }
  return { headers, value: valueOf(members.get('data'), members.get('data_base64')) };
}

/** Attributes are texts, or whole numbers as CloudEvents allows. */
function attributeText(name: string, value: unknown): string {
  if (!NAME.test(name)) throw busErrors.ATTRIBUTE_INVALID({ attribute: name.slice(0, 40) });
  if (typeof value === 'string') return value;
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  throw busErrors.ATTRIBUTE_INVALID({ attribute: name });
}

/** The signed bytes: the canonical form of `data`, or exactly what `data_base64` holds. */
function valueOf(data: string | undefined, base64: string | undefined): Buffer {
  if ((data === undefined) === (base64 === undefined)) throw busErrors.ATTRIBUTE_INVALID({ attribute: 'data' });
  if (data !== undefined) return dataBytes(Buffer.from(data, 'utf8'));
  const encoded: unknown = JSON.parse(base64 ?? 'null');
  if (typeof encoded !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(encoded)) {
    throw busErrors.ATTRIBUTE_INVALID({ attribute: 'data_base64' });
  }
  return Buffer.from(encoded, 'base64');
}

/** Spaces and another order are the form's; what not every reader would understand alike goes on as it was written, to be refused by its code. */
function dataBytes(written: Buffer): Buffer {
  try {
    const canonical = canonicalBytes(JSON.parse(written.toString('utf8')));
    const isSame = canonical.equals(written) || nonCanonicalFault(written).code === NOT_CANONICAL;
    return isSame ? canonical : written;
  } catch {
    return written;
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
