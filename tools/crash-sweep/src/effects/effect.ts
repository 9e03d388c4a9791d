/** Something that a process does to the world outside, as it is named in every run. */
export interface Effect {
  readonly process: string;
  /** `<kind> <statement, topic or route>`; inside a transaction with a hash of the statements since its begin. */
  readonly name: string;
}

export type When = 'before' | 'after';

/** Where a process is to be ended: right before its nth effect of this name, or right after its result came. */
export interface Target extends Effect {
  readonly when: When;
  readonly occurrence: number;
}

export function targetText({ process, name, when, occurrence }: Target): string {
  return `${process}: ${when} ${name}${occurrence === 1 ? '' : ` (${occurrence}.)`}`;
}
