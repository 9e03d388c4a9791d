import { canonicalText, isCanonicalText } from './canonical-text';
import { envelopeErrors } from './envelope.errors';
import { isComposed, isExactNumber, nonCanonicalFault } from './non-canonical';

/** Nesting allowed in a payload; deeper ones would overflow the stack of a recursive reader. */
export const MAX_DEPTH = 32;

/** Largest payload of a message; files travel through the bus's file store. */
export const MAX_PAYLOAD_BYTES = 262_144;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The value as canonical JSON (RFC 8785) in UTF-8. Throws envelope.NOT_ENCODABLE for what JSON cannot say (bigint,
 * undefined, NaN, a date object, half a surrogate pair) or not every reader understands alike (whole numbers beyond 2^53,
 * names that are not composed), and envelope.TOO_DEEP.
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
 * names, spaces, other orders and bad UTF-8. Throws envelope.TOO_LARGE, TOO_DEEP, what `nonCanonicalFault` tells,
 * NUMBER_TOO_LARGE and NAME_NOT_COMPOSED.
 */
export function parseCanonical(bytes: Buffer): unknown {
  if (bytes.length > MAX_PAYLOAD_BYTES) throw envelopeErrors.TOO_LARGE({ limitBytes: MAX_PAYLOAD_BYTES });
  refuseDeepBytes(bytes);
  const text = bytes.toString('utf8');
  const read = readJson(text);
  // Bad UTF-8 is read as U+FFFD, which is three bytes long: comparing texts alone would let it pass.
  const isSound = read && isCanonicalText(text, read.value) && isSameUtf8(text, bytes) && !hasLoneSurrogate(text);
  if (!isSound) throw nonCanonicalFault(bytes);
  refuseUnlike(read.value);
  return read.value;
}

function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** What is canonical and yet not the same for every reader. */
function refuseUnlike(value: unknown): void {
  if (typeof value === 'number' && !isExactNumber(value)) throw envelopeErrors.NUMBER_TOO_LARGE();
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) return value.forEach(refuseUnlike);
  for (const name of Object.keys(value)) {
    if (!isComposed(name)) throw envelopeErrors.NAME_NOT_COMPOSED();
    refuseUnlike((value as Record<string, unknown>)[name]);
  }
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
  if (typeof value === 'number' && isExactNumber(value)) return;
  if (typeof value === 'number') throw envelopeErrors.NOT_ENCODABLE({ reason: 'a number beyond 2^53' });
  if (typeof value !== 'object') throw envelopeErrors.NOT_ENCODABLE({ reason: `a value of type ${typeof value}` });
  if (depth > MAX_DEPTH) throw envelopeErrors.TOO_DEEP({ limit: MAX_DEPTH });
  if (Array.isArray(value)) {
    for (const item of value) refuseUnencodable(item, depth + 1);
    return;
  }
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    throw envelopeErrors.NOT_ENCODABLE({ reason: `an object of class ${value.constructor.name}` });
  }
  for (const [name, member] of Object.entries(value)) {
    if (!isComposed(name)) throw envelopeErrors.NOT_ENCODABLE({ reason: 'a name that is not composed (NFC)' });
    if (member !== undefined) refuseUnencodable(member, depth + 1);
  }
}
