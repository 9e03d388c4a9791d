import { WorkingCalendar } from './calendar';
import { calendarRows, calendarYears } from './calendar.data';

/** The calendar of public offices for the years of which we have rows. */
export const vietnamCalendar = new WorkingCalendar(calendarRows, calendarYears);
