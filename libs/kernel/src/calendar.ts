import { addDays, instantOf, localDate, millisecondOfDay, weekday, type LocalDate } from './clock';
import { kernelErrors } from './kernel.errors';

/** One exceptional day. `reading` means: not confirmed by a decision we have seen, a configurable reading. */
export interface CalendarRow {
  readonly date: LocalDate;
  readonly kind: 'off' | 'work';
  readonly name: string;
  readonly source: string;
  readonly reading: boolean;
}

const HOUR_MS = 3_600_000;
/** Length of one working day. */
export const WORKING_DAY_MS = 8 * HOUR_MS;
/** When desks close: 17:00, in milliseconds after midnight. */
export const CLOSING_MS = 17 * HOUR_MS;
/** Hours of a desk: 07:00–11:30 and 13:30–17:00. */
const SESSIONS: readonly (readonly [fromMs: number, toMs: number])[] = [
  [7 * HOUR_MS, 11.5 * HOUR_MS],
  [13.5 * HOUR_MS, CLOSING_MS],
];

/**
 * Working days of the administration: Monday to Friday, changed by dated rows. Every question about a year without
 * rows throws kernel.CALENDAR_YEAR_MISSING, since holidays are decided per year and never follow from a rule.
 */
export class WorkingCalendar {
  private readonly rows: ReadonlyMap<LocalDate, CalendarRow>;
  private readonly years: ReadonlySet<string>;

  constructor(rows: readonly CalendarRow[], years: readonly number[]) {
    this.rows = new Map(rows.map((row) => [row.date, row]));
    this.years = new Set(years.map(String));
  }

  isWorkingDay(date: LocalDate): boolean {
    const day = weekday(date);
    const year = date.slice(0, 4);
    if (!this.years.has(year)) throw kernelErrors.CALENDAR_YEAR_MISSING({ year });
    const row = this.rows.get(date);
    return row ? row.kind === 'work' : day !== 0 && day !== 6;
  }

  /** The same day if it is worked, else the next one that is. */
  nextWorkingDay(date: LocalDate): LocalDate {
    let day = date;
    while (!this.isWorkingDay(day)) day = addDays(day, 1);
    return day;
  }

  /** Counts working days without the first day (timers T1–T26): 1 gives the first working day after `date`. */
  addWorkingDays(date: LocalDate, days: number): LocalDate {
    let day = date;
    for (let left = days; left > 0; left -= 1) day = this.nextWorkingDay(addDays(day, 1));
    return day;
  }

  /**
   * Appointment of the one-stop desk: from the next working instant so many days of eight working hours are consumed;
   * due at the end of the last one, so a limit that ends at closing time is due that day at 17:00.
   */
  appointment(receivedAt: Date, workingDays: number): Date {
    let date = localDate(receivedAt);
    let fromMs = millisecondOfDay(receivedAt);
    let leftMs = workingDays * WORKING_DAY_MS;
    for (;;) {
      if (this.isWorkingDay(date)) {
        for (const [opensMs, closesMs] of SESSIONS) {
          const startMs = Math.max(opensMs, fromMs);
          const openMs = Math.max(0, closesMs - startMs);
          if (openMs > 0 && leftMs <= openMs) return instantOf(date, startMs + leftMs);
          leftMs -= openMs;
        }
      }
      date = addDays(date, 1);
      fromMs = 0;
    }
  }

  /** Working time between two instants in milliseconds; 0 when `to` does not lie after `from`. */
  workingMilliseconds(from: Date, to: Date): number {
    let sum = 0;
    const last = localDate(to);
    for (let date = localDate(from); date <= last; date = addDays(date, 1)) {
      if (!this.isWorkingDay(date)) continue;
      for (const [opensMs, closesMs] of SESSIONS) {
        const opens = Math.max(instantOf(date, opensMs).getTime(), from.getTime());
        const closes = Math.min(instantOf(date, closesMs).getTime(), to.getTime());
        sum += Math.max(0, closes - opens);
      }
    }
    return sum;
  }
}
