import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type JsonSchema, messageOf } from '@lienthong/envelope';
import { messages } from './messages';

/** Words of any office and any language; everything else in a name belongs to the domain and to the glossary. */
const plainWords = new Set(
  (
    'after arrived at available before by changed code date female first from id item kid kind known male name new not note nothing number of on other own phone ' +
    'requested row sender sent since text time to total unknown until value'
  ).split(' '),
);

const glossary = readFileSync(join(__dirname, '../../../docs/glossary.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!English|---)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, english = '', vietnamese = '']) => ({ english, vietnamese }));
const terms = new Set(glossary.map(({ english }) => wordsOf(english).join(' ')));
const longestTerm = Math.max(...[...terms].map((term) => term.split(' ').length));

/** `payableItemId`, `payable-items` and `payable item` are the same words; a plural is its singular. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .map((word) => word.replace(/(?<=[^s])s$/, ''));
}

/** The words of a name that neither a glossary term nor plain English covers, the longest term first. */
function unknownWords(name: string): readonly string[] {
  const words = wordsOf(name);
  const unknown: string[] = [];
  for (let at = 0; at < words.length;) {
    const length = longestTermAt(words, at);
    const word = words[at] ?? '';
    if (length === 0 && !plainWords.has(word)) unknown.push(word);
    at += Math.max(length, 1);
  }
  return unknown;
}

function longestTermAt(words: readonly string[], at: number): number {
  for (let length = longestTerm; length > 0; length -= 1) {
    const phrase = words.slice(at, at + length);
    if (phrase.length === length && terms.has(phrase.join(' '))) return length;
  }
  return 0;
}

function namesIn(schema: JsonSchema): readonly string[] {
  const fields = Object.entries((schema.properties ?? {}) as Readonly<Record<string, JsonSchema>>);
  return fields.flatMap(([name, field]) => [
    name,
    ...((field.enum ?? []) as readonly string[]),
    ...namesIn((field.items ?? field) as JsonSchema),
  ]);
}

describe('the glossary', () => {
  it.each(messages.map((message) => [messageOf(message).type, messageOf(message)] as const))(
    'has every domain word of %s, of its fields and of their values',
    (_type, { name, schema }) => {
      const missing = [name, ...namesIn(schema)]
        .map((term) => [term, ...unknownWords(term)])
        .filter(({ length }) => length > 1);
      expect(missing).toEqual([]);
    },
  );

  it('would miss a word that is not there', () => {
    expect(unknownWords('payableItemId')).toEqual([]);
    expect(unknownWords('encumbranceCode')).toEqual(['encumbrance']);
  });

  it('gives a Vietnamese term for every English one, and no term twice', () => {
    expect(glossary.length).toBeGreaterThan(100);
    expect(glossary.filter(({ vietnamese }) => vietnamese === '')).toEqual([]);
    expect(terms.size).toBe(glossary.length);
  });
});
