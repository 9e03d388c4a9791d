import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A planted bug: a patch whose first lines say what is wrong and how the sweep is to be narrowed to where it bites. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly title: string;
  readonly sweep: readonly string[];
}

const SWEEP = /^Sweep: (.+)$/m;
const WORD = /"([^"]*)"|(\S+)/g;

/** The mutants of a folder, by name. Throws when a patch does not say how it is to be swept. */
export function readMutants(folder: string): Mutant[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.patch'))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const text = readFileSync(file, 'utf8');
      const sweep = SWEEP.exec(text.slice(0, text.indexOf('diff --git')))?.[1];
      if (sweep === undefined) throw new Error(`${file} has no line 'Sweep: <options>' before its diff`);
      const options = [...sweep.matchAll(WORD)].map(([, quoted, bare]) => quoted ?? bare ?? '');
      return { name: name.replace(/\.patch$/, ''), file, title: text.split('\n')[0] ?? '', sweep: options };
    });
}
