import { maskPersonal } from '@lienthong/kernel';
import type { Term, TermKind } from './desk.definition';

const PERSONAL: ReadonlySet<TermKind> = new Set(['name', 'person']);
const WORD_OF_NAME = 'word';
const MARKS = /[\u0300-\u036f]/g;
const LETTERS = /[^a-z0-9]+/g;

/** Whether a term is data of a person. */
export function isPersonal(kind: TermKind): boolean {
  return PERSONAL.has(kind);
}

/** A name as it is compared: small letters without marks, one space between words (`Đặng Thị Hà` → `dang thi ha`). */
export function plainName(name: string): string {
  const plain = name.normalize('NFD').replace(MARKS, '').replaceAll('đ', 'd').replaceAll('Đ', 'd').toLowerCase();
  return plain.replace(LETTERS, ' ').trim();
}

/** Terms as they are stored: `<kind>:<value>`, and each word of a name beside the whole, so that an index finds a part. */
export function searchTerms(terms: readonly Term[]): readonly string[] {
  return [...new Set(terms.flatMap(stored))].sort();
}

/** What all rows found must have, and of a name what must stand in one name as it was asked. */
export interface Looked {
  readonly all: readonly string[];
  readonly inName?: string;
}

/** Undefined when nothing is left to look for. */
export function lookedFor({ kind, value }: Term): Looked | undefined {
  if (kind !== 'name') return { all: [`${kind}:${plainNumber(value)}`] };
  const name = plainName(value);
  if (name === '') return undefined;
  return { all: words(name), inName: name };
}

/** The name or number by which a row was found, as a list may show it. */
export function shown(kind: TermKind, stored: string): string {
  const value = stored.slice(kind.length + 1);
  return isPersonal(kind) ? maskPersonal(value) : value;
}

function stored({ kind, value }: Term): readonly string[] {
  if (kind !== 'name') return [`${kind}:${plainNumber(value)}`];
  const name = plainName(value);
  return [`name:${name}`, ...words(name)];
}

function words(name: string): readonly string[] {
  return name.split(' ').map((word) => `${WORD_OF_NAME}:${word}`);
}

function plainNumber(value: string): string {
  return value.trim().replace(/\s+/g, ' ').toUpperCase();
}
