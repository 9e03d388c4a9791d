import type { CalendarRow } from './calendar';

/** A day whose source was seen. */
export function found(date: string, kind: CalendarRow['kind'], name: string, source: string): CalendarRow {
  return { date, kind, name, source, reading: false };
}

/** A day that follows from our reading of the law; a decision may say otherwise. */
export function reading(date: string, kind: CalendarRow['kind'], name: string, source: string): CalendarRow {
  return { date, kind, name, source, reading: true };
}
