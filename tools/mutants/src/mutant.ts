import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The violation by which a planted bug must be found: harm, when it is seen, and words of its text. */
export interface Expected {
  readonly harm: string;
  readonly seen: string;
  readonly text: string;
}

/** How a planted bug is found: by a crash sweep where it must bite, or by a test that must fail. */
export type Trial =
  | { readonly by: 'sweep'; readonly options: readonly string[]; readonly expected: Expected }
  | { readonly by: 'test'; readonly spec: string; readonly title: string };

/** A planted bug: a patch whose first lines say what is wrong, and how it must be found. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly title: string;
  readonly trial: Trial;
}

const SWEEP = /^Sweep: (.+)$/m;
const EXPECT = /^Expect: (\w+), seen ([^:\n]+): (.+)$/m;
const TEST = /^Test: (\S+\.spec\.ts)$/m;
const FAILS = /^Fails: (.+)$/m;
const WORD = /"([^"]*)"|(\S+)/g;

/** The mutants of a folder, by name. Throws when a patch does not say how it is to be found. */
export function readMutants(folder: string): Mutant[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.patch'))
    .sort()
    .map((name) => {
      const file = join(folder, name);
      const text = readFileSync(file, 'utf8');
      const trial = trialOf(text.slice(0, text.indexOf('diff --git')), file);
      return { name: name.replace(/\.patch$/, ''), file, title: text.split('\n')[0] ?? '', trial };
    });
}

function trialOf(head: string, file: string): Trial {
  const [spec, title] = [TEST.exec(head)?.[1], FAILS.exec(head)?.[1]];
  if (spec !== undefined && title !== undefined) return { by: 'test', spec, title };
  const sweep = SWEEP.exec(head)?.[1];
  const [, harm, seen, words] = EXPECT.exec(head) ?? [];
  if (sweep === undefined || harm === undefined || seen === undefined || words === undefined) {
    const wanted =
      "'Test: <spec>' and 'Fails: <words of a title>', or 'Sweep: <options>' and 'Expect: <harm>, seen <when>: <words>'";
    throw new Error(`${file} has no lines ${wanted} before its diff`);
  }
  const options = [...sweep.matchAll(WORD)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  return { by: 'sweep', options, expected: { harm, seen, text: words } };
}
