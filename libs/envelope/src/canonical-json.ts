import { canonicalText, isCanonicalText } from './canonical-text';
import { envelopeErrors } from './envelope.errors';

/** Nesting allowed in a payload; deeper ones would overflow the stack of a recursive reader. */
export const MAX_DEPTH = 32;

/** Largest payload of a message; files travel through the bus's file store. */
export const MAX_PAYLOAD_BYTES = 262_144;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The value as canonical JSON (RFC 8785) in UTF-8. Throws envelope.NOT_ENCODABLE for what JSON cannot say (bigint,
 * undefined, NaN, a date object, half a surrogate pair) and envelope.TOO_DEEP.
 */
export function canonicalBytes(value: unknown): Buffer {
  refuseUnencodable(value, 1);
  const text = canonicalText(value);
  if (text === undefined) throw envelopeErrors.NOT_ENCODABLE({ reason: 'undefined' });
  if (hasLoneSurrogate(text)) throw envelopeErrors.NOT_ENCODABLE({ reason: 'half a surrogate pair' });
  return Buffer.from(text, 'utf8');
}

/**
 * Reads a payload only if its bytes are exactly the canonical form of what they say: that one rule refuses duplicate
 * names, numbers beyond double precision, spaces, other orders and bad UTF-8. Throws envelope.TOO_LARGE, TOO_DEEP,
 * NOT_CANONICAL.
 */
export function parseCanonical(bytes: Buffer): unknown {
  if (bytes.length > MAX_PAYLOAD_BYTES) throw envelopeErrors.TOO_LARGE({ limitBytes: MAX_PAYLOAD_BYTES });
  refuseDeepBytes(bytes);
  const text = bytes.toString('utf8');
  let value: unknown;
  let isCanonical: boolean;
  try {
    value = JSON.parse(text);
    isCanonical = isCanonicalText(text, value);
  } catch (cause) {
    throw envelopeErrors.NOT_CANONICAL({}, { cause });
  }
  // Bad UTF-8 is read as U+FFFD, which is three bytes long: comparing texts alone would let it pass.
  if (!isCanonical || !isSameUtf8(text, bytes) || hasLoneSurrogate(text)) throw envelopeErrors.NOT_CANONICAL();
  return value;
}

function isSameUtf8(text: string, bytes: Buffer): boolean {
  return !text.includes('\ufffd') || Buffer.from(text, 'utf8').equals(bytes);
}

/** Canonical text shows half a surrogate pair as an escape `\udXXX`; every other character above U+001F stands for itself. */
function hasLoneSurrogate(canonicalText: string): boolean {
  return canonicalText.includes('\\ud') && /(?:^|[^\\])(?:\\\\)*\\ud[89a-f]/.test(canonicalText);
}

/** Counts open brackets outside strings, before any recursive parser sees the bytes. */
function refuseDeepBytes(bytes: Buffer): void {
  let depth = 0;
  let inString = false;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (inString) {
      if (byte === BACKSLASH) i += 1;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > MAX_DEPTH) throw envelopeErrors.TOO_DEEP({ limit: MAX_DEPTH });
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
}

function refuseUnencodable(value: unknown, depth: number): void {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  if (typeof value !== 'object') throw envelopeErrors.NOT_ENCODABLE({ reason: `a value of type ${typeof value}` });
  if (depth > MAX_DEPTH) throw envelopeErrors.TOO_DEEP({ limit: MAX_DEPTH });
  if (Array.isArray(value)) {
    for (const item of value) refuseUnencodable(item, depth + 1);
    return;
  }
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    throw envelopeErrors.NOT_ENCODABLE({ reason: `an object of class ${value.constructor.name}` });
  }
  for (const member of Object.values(value)) if (member !== undefined) refuseUnencodable(member, depth + 1);
}
