import type { LocalDate } from '@lienthong/kernel';
import type { RegimeId } from './regimes.data';

/** T1–T26 of the domain reference; a suffix tells the parts of a row apart that count apart. */
export type LegalTimerId =
  | 'T1' | 'T2' | 'T3' | 'T4' | 'T5' | 'T6' | 'T7' | 'T8' | 'T9' | 'T9-produce' | 'T10' | 'T11' | 'T12' | 'T13'
  | 'T13-answer' | 'T14' | 'T15' | 'T16' | 'T16-income-tax' | 'T17' | 'T17-rest' | 'T18' | 'T19' | 'T20' | 'T21' | 'T22'
  | 'T23' | 'T24' | 'T25' | 'T25-send' | 'T25-treasury' | 'T26'; // prettier-ignore

/** What one regime says about one step; where it says nothing there is no row. */
export interface LegalTimer {
  readonly timer: LegalTimerId;
  readonly regime: RegimeId;
  /** 0 working days: the same day. */
  readonly amount: number;
  readonly unit: 'minutes' | 'working-days' | 'calendar-days';
  /** Working days after which somebody is told, where that comes before the breach (T10). */
  readonly alertAmount?: number;
  /** Hour of the last day by which it is done (T19). */
  readonly byTime?: string;
  readonly source: string;
  /** `knowledge`: told, not read; `reading`: our default where the text names no number. Both are shown as readings. */
  readonly trust: 'found' | 'knowledge' | 'reading';
  /** First day of the rule where it is later than the regime's own. */
  readonly validFrom?: LocalDate;
}
