import { isLocalDate, type LocalDate } from '@lienthong/kernel';
import { treasuryErrors } from '../treasury.errors';
import type { DayAct, TreasuryDay } from './treasury-day.state';

export function dayKey(office: string, date: LocalDate): string {
  return `${office}|${date}`;
}

/** A day as an address names it. */
export function dateOf(text: unknown): LocalDate {
  if (!isLocalDate(text)) throw treasuryErrors.DATE_INVALID({ text: String(text).slice(0, 20) });
  return text;
}

/** The first act of a closing: from here on nothing is booked on the day. */
export function beginClosing(day: TreasuryDay | undefined, { office, date, today, act }: Closing): TreasuryDay {
  if (date > today) throw treasuryErrors.DAY_NOT_REACHED({ date });
  if (day && day.state !== 'open') throw treasuryErrors.DAY_CLOSED({ date });
  return { key: dayKey(office, date), office, date, state: 'closing', acts: [...(day?.acts ?? []), act] };
}

export interface Closing {
  readonly office: string;
  readonly date: LocalDate;
  readonly today: LocalDate;
  readonly act: DayAct;
}

/** The leader signs what the clerk has closed; one person never does both. */
export function signOff(day: TreasuryDay, act: DayAct): TreasuryDay {
  const closing = lastOf(day, 'closing');
  if (day.state !== 'closing' || !closing) throw treasuryErrors.DAY_NOT_CLOSING({ date: day.date, state: day.state });
  return { ...day, state: 'closed', acts: [...day.acts, act] };
}

/** A closed day is opened again with a reason; that it had been closed, and with which figures, stays written. */
export function reopen(day: TreasuryDay, act: DayAct): TreasuryDay {
  if (day.state === 'open') throw treasuryErrors.DAY_NOT_CLOSING({ date: day.date, state: day.state });
  return { ...day, state: 'open', acts: [...day.acts, act] };
}

/** Who closed the day last. */
export function closedBy(day: TreasuryDay): string | undefined {
  return lastOf(day, 'closing')?.by;
}

function lastOf({ acts }: TreasuryDay, act: DayAct['act']): DayAct | undefined {
  return acts.findLast((each) => each.act === act);
}
