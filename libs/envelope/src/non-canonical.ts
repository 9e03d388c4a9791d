import type { AppError } from '@lienthong/kernel';
import { envelopeErrors } from './envelope.errors';

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|-?[0-9][0-9.eE+-]*/g;
/** With the flag `u` a pair is one character, so that only half of one is found. */
const LONE_SURROGATE = /\p{Surrogate}/u;
const ASCII = /^[\x20-\x7e]*$/;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Why bytes are not the canonical form of what they say. Only asked when they are not, so it may read them once more. */
export function nonCanonicalFault(bytes: Buffer): AppError {
  const text = textOf(bytes);
  if (text === undefined) return envelopeErrors.NOT_UTF8();
  if (!isJson(text)) return envelopeErrors.NOT_JSON();
  const tokens = text.match(TOKENS) ?? [];
  if (hasDuplicateName(tokens)) return envelopeErrors.NAME_REPEATED();
  if (tokens.some(isLoneSurrogate)) return envelopeErrors.SURROGATE_ALONE();
  if (tokens.some((token) => isNumber(token) && !isExactNumber(Number(token))))
    return envelopeErrors.NUMBER_TOO_LARGE();
  return envelopeErrors.NOT_CANONICAL();
}

/** Every reader understands the same number up to 2^53 − 1 (RFC 7493 §2.2); beyond it neighbours fall together. */
export function isExactNumber(value: number): boolean {
  return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

/** Two spellings of one name look alike and are not equal: only the composed form (NFC) passes. */
export function isComposed(name: string): boolean {
  return ASCII.test(name) || name.normalize('NFC') === name;
}

function textOf(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    // What the parser says quotes the content: it is not passed on.
    return false;
  }
}

function hasDuplicateName(tokens: readonly string[]): boolean {
  const open: Set<string>[] = [];
  return tokens.some((token, i) => {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (token.startsWith('"') && tokens[i + 1] === ':') return !isNew(JSON.parse(token) as string, open.at(-1));
    return false;
  });
}

function isNew(name: string, names: Set<string> | undefined): boolean {
  const isKnown = names?.has(name) ?? false;
  names?.add(name);
  return !isKnown;
}

function isLoneSurrogate(token: string): boolean {
  return token.startsWith('"') && LONE_SURROGATE.test(JSON.parse(token) as string);
}

function isNumber(token: string): boolean {
  return /^[-0-9]/.test(token);
}
