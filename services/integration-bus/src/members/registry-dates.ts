import { addDays, instantOf } from '@lienthong/kernel';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Registry files give days (as laws do) or instants; a day begins at midnight in Vietnam. */
export function instantFrom(text: string): Date {
  return DATE.test(text) ? instantOf(text, 0) : new Date(text);
}

/** The first instant at which it no longer holds: a day counts to its end, an instant is exact. */
export function instantUntil(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  return DATE.test(text) ? instantOf(addDays(text, 1), 0) : new Date(text);
}
