import { type Target, targetText } from '../effects/effect';

export type Harm = 'lost' | 'duplicated' | 'outOfOrder' | 'stuck' | 'money' | 'died';

/** When a violation was seen: at the dead process, at rest after a round, or as a process ended that nobody had killed. */
export type Moment = 'while the process lies dead' | 'at rest' | 'as it ended';

/** Something that must not be, with what was seen. */
export interface Violation {
  readonly harm: Harm;
  readonly text: string;
  /** The stream or dossier that it concerns. */
  readonly stream?: string;
  readonly process?: string;
}

/** A violation with the kills before which everything was well. */
export interface Finding extends Violation {
  readonly seen: Moment;
  readonly seed: number;
  readonly kills: readonly Target[];
  readonly history: readonly string[];
}

export function findingText({ harm, text, seen, seed, kills, history }: Finding): string {
  return [
    `✘ ${harm}: ${text}`,
    `  seen ${seen}, seed ${seed}; killed before:`,
    ...kills.map((target) => `    ${targetText(target)}`),
    ...(history.length > 0 ? ['  history:', ...history.map((line) => `    ${line}`)] : []),
  ].join('\n');
}

/** Counts of each harm, all of them named. */
export function harmCounts(violations: readonly Violation[]): Readonly<Record<Harm, number>> {
  const counts = { lost: 0, duplicated: 0, outOfOrder: 0, stuck: 0, money: 0, died: 0 };
  for (const { harm } of violations) counts[harm] += 1;
  return counts;
}
