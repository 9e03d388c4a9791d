import type { Expected } from './mutant';

/** Whether a sweep has found a planted bug. */
export interface Reading {
  readonly found: boolean;
  readonly text: string;
}

interface SweepDocument {
  readonly kills: number;
  readonly violations: readonly { readonly harm: string; readonly seen: string; readonly text: string }[];
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

function firstLine(text: string): string {
  return text.split('\n')[0] ?? '';
}
