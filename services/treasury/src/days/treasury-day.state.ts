import type { LocalDate } from '@lienthong/kernel';

/** What was done to a day: by whom, when, and what the books held then. */
export interface DayAct {
  readonly act: 'closing' | 'signed-off' | 'reopened';
  readonly by: string;
  readonly at: string;
  readonly entries: number;
  readonly totalDong: string;
  readonly reason?: string;
}

/** A day of the books of a treasury office; one that nobody has closed is open and has no row. */
export interface TreasuryDay {
  /** `<office>|<date>`. */
  readonly key: string;
  readonly office: string;
  readonly date: LocalDate;
  readonly state: 'open' | 'closing' | 'closed';
  readonly acts: readonly DayAct[];
}
