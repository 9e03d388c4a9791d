import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The violation by which a planted bug must be found: harm, when it is seen, and words of its text. */
export interface Expected {
  readonly harm: string;
  readonly seen: string;
  readonly text: string;
}

/** A planted bug: a patch whose first lines say what is wrong, where the sweep bites, and what it must then find. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly title: string;
  readonly sweep: readonly string[];
  readonly expected: Expected;
}

const SWEEP = /^Sweep: (.+)$/m;
const EXPECT = /^Expect: (\w+), seen ([^:\n]+): (.+)$/m;
const WORD = /"([^"]*)"|(\S+)/g;

/** The mutants of a folder, by name. Throws when a patch does not say how it is to be swept and found. */
export function readMutants(folder: string): Mutant[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.patch'))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const text = readFileSync(file, 'utf8');
      const head = text.slice(0, text.indexOf('diff --git'));
      const sweep = SWEEP.exec(head)?.[1];
      const [, harm = '', seen = '', words = ''] = EXPECT.exec(head) ?? [];
      if (sweep === undefined) throw new Error(`${file} has no line 'Sweep: <options>' before its diff`);
      if (harm === '') throw new Error(`${file} has no line 'Expect: <harm>, seen <when>: <words>' before its diff`);
      const options = [...sweep.matchAll(WORD)].map(([, quoted, bare]) => quoted ?? bare ?? '');
      const expected = { harm, seen, text: words };
      return { name: name.replace(/\.patch$/, ''), file, title: text.split('\n')[0] ?? '', sweep: options, expected };
    });
}
