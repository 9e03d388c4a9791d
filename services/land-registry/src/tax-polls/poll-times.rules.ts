import { localDate } from '@lienthong/kernel';
import { pollTimes } from './poll-times.data';

/** When a tax office is asked again that was asked so many times, the last time now. */
export function nextQuestion(asked: number, now: Date): Date {
  const row = pollTimes.findLast(({ validFrom }) => validFrom <= localDate(now));
  if (!row) throw new Error(`no times for questions on ${localDate(now)}`);
  const minutes = asked < row.times ? row.everyMinutes : row.thenEveryMinutes;
  return new Date(now.getTime() + minutes * 60_000);
}
