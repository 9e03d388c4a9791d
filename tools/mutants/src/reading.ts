import type { Expected } from './mutant';

/** Whether a planted bug was found. */
export interface Reading {
  readonly found: boolean;
  readonly text: string;
}

interface SweepDocument {
  readonly kills: number;
  readonly violations: readonly { readonly harm: string; readonly seen: string; readonly text: string }[];
}

interface JestDocument {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Only the violation that is expected of a bug counts: what else went wrong may have another cause. */
export function reading(stdout: string, { harm, seen, text }: Expected): Reading {
  if (stdout.trim() === '') return { found: false, text: 'the sweep said nothing' };
  const { kills, violations } = JSON.parse(stdout) as SweepDocument;
  const hit = violations.find((one) => one.harm === harm && one.seen === seen && one.text.includes(text));
  if (hit && kills > 0) return { found: true, text: `after ${kills} kills, ${harm} ${seen}: ${firstLine(hit.text)}` };
  const others = violations.map((one) => `${one.harm} ${one.seen}: ${firstLine(one.text)}`);
  return { found: false, text: `${kills} kills and no ${harm} ${seen}; ${others[0] ?? 'no violation at all'}` };
}

/** Only the test that is named counts, and only where the specification ran at all. */
export function readingOfTest(json: string, title: string): Reading {
  if (json.trim() === '') return { found: false, text: 'the test said nothing' };
  const { testResults } = JSON.parse(json) as JestDocument;
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  const named = all.filter(({ fullName }) => fullName.includes(title));
  const failed = named.find(({ status }) => status === 'failed');
  if (failed) return { found: true, text: `failed: ${failed.fullName}` };
  if (named.length > 0) return { found: false, text: `passed all the same: ${named[0]?.fullName ?? ''}` };
  const why = testResults.map(({ message }) => firstLine(message)).find((text) => text !== '');
  return { found: false, text: `no test '${title}' among ${all.length}${why === undefined ? '' : `; ${why}`}` };
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
