import { kernelErrors } from './kernel.errors';

/** A calendar date `YYYY-MM-DD` in Asia/Ho_Chi_Minh. */
export type LocalDate = string;

const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
const DAYS_OF_MONTH = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DATE_SHAPE = /^[12]\d{3}-\d{2}-\d{2}$/;

/** Regular expression of an instant: date, time with at most milliseconds, and an offset. */
export const INSTANT_PATTERN =
  '^[12]\\d{3}-\\d{2}-\\d{2}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,3})?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$';

const INSTANT_SHAPE = new RegExp(INSTANT_PATTERN);

/** The only source of business time; serves as injection token. */
export abstract class Clock {
  abstract now(): Date;
}

/** Machine time moved by a fixed number of milliseconds, so that another day can be played. */
export class OffsetClock extends Clock {
  constructor(private readonly offsetMs = 0) {
    super();
  }

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }
}

/** A clock that stands still until it is set; for tests. */
export class FixedClock extends Clock {
  private at: Date;

  constructor(at: string | Date) {
    super();
    this.at = new Date(at);
  }

  now(): Date {
    return new Date(this.at);
  }

  set(at: string | Date): void {
    this.at = new Date(at);
  }
}

/** The date at which people in Vietnam stand at this instant. */
export function localDate(at: Date): LocalDate {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** ISO text with milliseconds and the offset `+07:00`, as it stands in messages. */
export function instantText(at: Date): string {
  return `${new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 23)}+07:00`;
}

/** Milliseconds since midnight in Vietnam. */
export function millisecondOfDay(at: Date): number {
  return (((at.getTime() + OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS;
}

/** The instant that lies so many milliseconds after midnight of that date in Vietnam. */
export function instantOf(date: LocalDate, millisecondOfDay: number): Date {
  return new Date(dayNumber(date) * DAY_MS - OFFSET_MS + millisecondOfDay);
}

/** Moves a date by whole days, backwards when `days` is negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one date to the other; negative when `to` lies before `from`. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Day of the week, 0 is Sunday. */
export function weekday(date: LocalDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** True for a real date of the years 1000 to 2999 in the form YYYY-MM-DD. */
export function isLocalDate(text: unknown): text is LocalDate {
  if (typeof text !== 'string' || !DATE_SHAPE.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  const isLeapDay = month === 2 && day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeapDay || (day >= 1 && day <= (DAYS_OF_MONTH[month] ?? 0));
}

/** True for an instant with a real date, a time and an offset. */
export function isInstantText(text: unknown): text is string {
  return typeof text === 'string' && INSTANT_SHAPE.test(text) && isLocalDate(text.slice(0, 10));
}

function dayNumber(date: LocalDate): number {
  if (!isLocalDate(date)) throw kernelErrors.DATE_INVALID({ text: String(date) });
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}
