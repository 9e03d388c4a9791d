import { instantOf, localDate, millisecondOfDay, vietnamCalendar } from '@lienthong/kernel';
import { findTimer, legalRegimeOn, rowsOfTimer } from '@lienthong/contracts';

const DAY_MS = 86_400_000;

/**
 * M33, T19: money debited on a working day before the cut-off is at the treasury's bank the same day; later money by 10:00 of the
 * next transaction day. Where a regime says nothing its successor's row is taken as our reading.
 */
export function transferDue(debitedAt: Date, cutOff: string): Date {
  const day = localDate(debitedAt);
  if (vietnamCalendar.isWorkingDay(day) && millisecondOfDay(debitedAt) < msOf(cutOff))
    return instantOf(day, DAY_MS - 1);
  const row = findTimer('T19', legalRegimeOn(day).id, day) ?? rowsOfTimer('T19')[0];
  return instantOf(vietnamCalendar.addWorkingDays(day, row?.amount ?? 1), msOf(row?.byTime ?? '10:00'));
}

function msOf(time: string): number {
  const [hours = '0', minutes = '0'] = time.split(':');
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
}
