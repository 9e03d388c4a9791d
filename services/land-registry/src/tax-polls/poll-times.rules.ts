import { CLOSING_MS, instantOf, localDate, type LocalDate, vietnamCalendar } from '@lienthong/kernel';
import { type PollTimes, pollTimes } from './poll-times.data';

/** When a tax office is asked again that was asked so many times, the last time now. */
export function nextQuestion(asked: number, now: Date): Date {
  const row = timesOn(localDate(now));
  const minutes = asked < row.times ? row.everyMinutes : row.thenEveryMinutes;
  return new Date(now.getTime() + minutes * 60_000);
}

/** When it may be known that something was paid of what was noticed, or asked about, on that day: M40 is of the same day. */
export function paymentMayBeKnown(on: LocalDate): Date {
  return instantOf(vietnamCalendar.addWorkingDays(on, timesOn(on).whilePayableWorkingDays), CLOSING_MS);
}

/** Whether an officer may ask again. */
export function mayAskAgain(askedAt: Date | undefined, now: Date): boolean {
  const seconds = timesOn(localDate(now)).notWithinSeconds;
  return askedAt === undefined || now.getTime() - askedAt.getTime() >= seconds * 1_000;
}

function timesOn(on: LocalDate): PollTimes {
  const row = pollTimes.findLast(({ validFrom }) => validFrom <= on);
  if (!row) throw new Error(`no times for questions on ${on}`);
  return row;
}
