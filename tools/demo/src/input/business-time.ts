import {
  addDays,
  instantOf,
  isAppError,
  isInstantText,
  isLocalDate,
  localDate,
  vietnamCalendar,
} from '@lienthong/kernel';
import { offices } from '@lienthong/contracts';
import { regimeOn } from '@lienthong/procedures';
import { type InputFault, WrongInput } from './fault';

/** Monday 3 August 2026, when the desk has been open for an hour. */
export const DEFAULT_AT = '2026-08-03T08:00:00+07:00';

const OPENING_MS = 8 * 3_600_000;
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,3})?)?$/;
/** The longest term that a run looks ahead: thirty days to pay, and working days after a chain of holidays. */
const LOOK_AHEAD_DAYS = 45;

/** The business time to play: a date (at eight o'clock), or a date with time, in Vietnam where no offset is given. */
export function readBusinessTime(text: string, path = '--at'): Date {
  const at = instantFromOption(text, path);
  const faults = businessTimeFaults(at, path);
  if (faults.length > 0) throw new WrongInput(faults);
  return at;
}

/** The instant of a date or time that was written. @throws WrongInput */
export function instantFromOption(text: string, path = '--at'): Date {
  const at = instantFrom(text);
  if (at) return at;
  const message = `'${text}' is neither a date such as 2026-08-03 nor a time such as ${DEFAULT_AT}`;
  throw new WrongInput([{ path, message }]);
}

function instantFrom(text: string): Date | undefined {
  if (isLocalDate(text)) return instantOf(text, OPENING_MS);
  if (isInstantText(text)) return new Date(text);
  const local = LOCAL_TIME.exec(text);
  const complete = local ? `${local[1]}T${local[2]}${local[3] ?? ':00'}+07:00` : '';
  return isInstantText(complete) ? new Date(complete) : undefined;
}

/** Calendar, offices and law must know the day: what they do not know is not guessed. */
export function businessTimeFaults(at: Date, path: string): InputFault[] {
  const day = localDate(at);
  if (regimeKnown(day)) return civilTimeFaults(at, path);
  const message = `${day} is not governed by regime C (NĐ 252/2026), the only one played so far: from 2026-07-01`;
  return [...civilTimeFaults(at, path), { path, message }];
}

/** Of a chain of civil status: its versions are dated themselves, so desk and calendar are enough. */
export function civilTimeFaults(at: Date, path: string): InputFault[] {
  const day = localDate(at);
  const faults: InputFault[] = [];
  if (
    !offices.some(
      ({ member, validFrom, validTo }) =>
        member === 'intake' && validFrom <= day && (validTo === undefined || day <= validTo),
    )
  ) {
    faults.push({ path, message: `no one-stop desk is known on ${day}` });
  }
  const missing = yearWithoutCalendar(day);
  if (missing)
    faults.push({ path, message: `the working calendar has no rows for ${missing}, which terms from ${day} on need` });
  return faults;
}

function regimeKnown(day: string): boolean {
  try {
    return regimeOn(day).id === 'C';
  } catch (error) {
    if (isAppError(error)) return false;
    throw error;
  }
}

function yearWithoutCalendar(day: string): string | undefined {
  for (const at of [day, addDays(day, LOOK_AHEAD_DAYS)]) {
    try {
      vietnamCalendar.isWorkingDay(at);
    } catch {
      return at.slice(0, 4);
    }
  }
  return undefined;
}
