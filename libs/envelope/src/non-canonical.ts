import type { AppError } from '@lienthong/kernel';
import { envelopeErrors } from './envelope.errors';

const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\],:]|-?[0-9][0-9.eE+-]*/g;
/** With the flag `u` a pair is one character, so that only half of one is found. */
const LONE_SURROGATE = /\p{Surrogate}/u;
const ASCII = /^[\x20-\x7e]*$/;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** One member of a JSON object, with its value as it was written. */
export interface JsonMember {
  readonly name: string;
  readonly text: string;
}

/** The members of an object in the order in which they stand, repeated ones too; `undefined` when the bytes are no object in UTF-8. */
export function jsonMembers(bytes: Buffer): readonly JsonMember[] | undefined {
  const text = textOf(bytes);
  if (text === undefined || !isJson(text)) return undefined;
  const tokens = [...text.matchAll(TOKENS)];
  if (tokens[0]?.[0] !== '{') return undefined;
  const members: JsonMember[] = [];
  let depth = 0;
  let member: { name: string; from: number } | undefined;
  for (const [i, { 0: token, index }] of tokens.entries()) {
    if (depth === 1 && token === ':')
      member = { name: JSON.parse(tokens[i - 1]?.[0] ?? '') as string, from: index + 1 };
    else if (depth === 1 && member && (token === ',' || token === '}')) {
      members.push({ name: member.name, text: text.slice(member.from, index).trim() });
      member = undefined;
    }
    if (token === '{' || token === '[') depth += 1;
    else if (token === '}' || token === ']') depth -= 1;
  }
  return members;
}

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
