import type { DayDifference } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';

/** Amounts by reference. */
export type Amounts = Readonly<Record<string, string>>;

export interface Comparison {
  readonly matched: boolean;
  readonly toldCount: number;
  readonly toldDong: string;
  readonly bookedCount: number;
  readonly bookedDong: string;
  readonly differences: readonly DayDifference[];
}

/** The daily reconciliation (M47) of one treasury office with one side; a later run replaces the earlier one. */
export interface Reconciliation {
  /** `<office>|<member>|<office or bank code>|<date>`. */
  readonly key: string;
  readonly office: string;
  readonly toldBy: 'collecting-bank' | 'tax';
  readonly side: string;
  readonly date: LocalDate;
  readonly run: number;
  readonly parts: number;
  readonly receivedParts: readonly number[];
  /** As the list says of itself. */
  readonly count: number;
  readonly totalDong: string;
  readonly told: Amounts;
  readonly state: 'waiting' | 'matched' | 'differs';
  readonly comparison?: Comparison;
}
