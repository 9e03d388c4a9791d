import type { CalendarRow } from './calendar';
import { rows2019 } from './calendar-2019.data';
import { rows2025 } from './calendar-2025.data';
import { rows2026 } from './calendar-2026.data';
import { rows2027 } from './calendar-2027.data';

/** Years whose exceptional days are known or read; asking for another one is an error. */
export const calendarYears: readonly number[] = [2019, 2025, 2026, 2027];

/** Every exceptional day of those years. Days off that fall on a weekend have no row. */
export const calendarRows: readonly CalendarRow[] = [...rows2019, ...rows2025, ...rows2026, ...rows2027];
