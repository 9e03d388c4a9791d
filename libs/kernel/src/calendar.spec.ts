import { WorkingCalendar } from './calendar';
import { calendarRows, calendarYears } from './calendar.data';
import { addDays, instantText, isLocalDate, weekday } from './clock';
import { vietnamCalendar as calendar } from './vietnam-calendar';

const local = (text: string): Date => new Date(`${text.replace(' ', 'T')}:00+07:00`);
const due = (received: string, days: number): string =>
  instantText(calendar.appointment(local(received), days))
    .slice(0, 16)
    .replace('T', ' ');

describe('the appointment of the desk', () => {
  it.each([
    ['2025-03-03 07:00', 1, '2025-03-03 17:00', 'a whole day is consumed'],
    ['2025-03-03 08:00', 3, '2025-03-06 08:00', 'plain'],
    ['2025-03-03 12:15', 1, '2025-03-04 11:30', 'received in the lunch gap'],
    ['2025-03-08 09:00', 1, '2025-03-10 17:00', 'received on a day off'],
    ['2025-04-25 16:30', 1, '2025-04-26 16:30', 'a compensated Saturday counts'],
    ['2025-04-29 10:00', 2, '2025-05-06 10:00', '30/4–4/5 are skipped'],
    ['2025-04-04 15:00', 2, '2025-04-09 15:00', 'Hùng Kings 7/4'],
    ['2025-08-29 16:00', 1, '2025-09-03 16:00', 'the pair of National Day'],
    ['2025-01-24 17:20', 5, '2025-02-07 17:00', 'after closing, and Tết'],
    ['2019-02-01 09:00', 3, '2019-02-13 09:00', 'Tết 2019'],
    ['2019-04-26 14:00', 2, '2019-05-03 14:00', '29/4–1/5 off'],
    ['2025-04-21 08:00', 10, '2025-05-07 08:00', 'before the pause of the RESUME vector'],
    ['2025-05-06 09:00', 10, '2025-05-20 09:00', 'RESTART vector'],
    ['2026-08-03 09:10', 16, '2026-08-25 09:10', 'sixteen working days of August 2026, none off'],
  ])('for %s and %i working days is %s: %s (O §1.5)', (received, days, expected) => {
    expect(due(received, days)).toBe(expected);
  });

  it('for a receipt at exactly 11:30 begins after lunch (O §1.5, difference to HV)', () => {
    expect(due('2025-03-03 11:30', 1)).toBe('2025-03-04 11:30');
  });

  it('with no limit at all is the next working instant', () => {
    expect(due('2025-03-08 09:00', 0)).toBe('2025-03-10 07:00');
  });

  it('keeps seconds and milliseconds', () => {
    expect(calendar.appointment(new Date('2025-03-03T09:10:11.012+07:00'), 1)).toEqual(
      new Date('2025-03-04T09:10:11.012+07:00'),
    );
  });
});

describe('working days', () => {
  it.each([
    ['2026-08-06', 3, '2026-08-11'],
    ['2026-08-06', 5, '2026-08-13'],
    ['2026-08-06', 7, '2026-08-17'],
    ['2026-08-28', 3, '2026-09-04'],
    ['2026-08-28', 5, '2026-09-08'],
  ])('a tax clock from %s: %i working days end on %s (L §3.9 after W22)', (from, days, expected) => {
    expect(calendar.addWorkingDays(from, days)).toBe(expected);
  });

  it('push a due date off a day off: 30 days from 03/08/2026 is 03/09/2026 (F26)', () => {
    expect(addDays('2026-08-03', 30)).toBe('2026-09-02');
    expect(calendar.nextWorkingDay(addDays('2026-08-03', 30))).toBe('2026-09-03');
  });

  it.each([
    ['2026-08-10', 30, '2026-09-09'],
    ['2026-08-10', 90, '2026-11-09'],
    ['2026-09-07', 30, '2026-10-07'],
  ])('due dates of L §3.9: %s + %i days is %s (W2, W15, W17)', (from, days, expected) => {
    expect(calendar.nextWorkingDay(addDays(from, days))).toBe(expected);
  });

  it('take the other reading of 31/08/2026 as rows, not as code (correction 2)', () => {
    const swapped = calendarRows
      .filter(({ date }) => date !== '2026-08-31')
      .concat(
        { date: '2026-08-31', kind: 'off', name: 'swapped', source: 'other reading', reading: true },
        { date: '2026-08-22', kind: 'work', name: 'swapped', source: 'other reading', reading: true },
      );
    const other = new WorkingCalendar(swapped, calendarYears);
    expect([3, 5].map((days) => other.addWorkingDays('2026-08-28', days))).toEqual(['2026-09-07', '2026-09-09']);
    expect(other.isWorkingDay('2026-08-22')).toBe(true);
    expect(calendar.isWorkingDay('2026-08-31')).toBe(true);
  });

  it('of a year without rows are an error, never a guess (correction 21)', () => {
    expect(() => calendar.isWorkingDay('2024-03-04')).toThrow('kernel.CALENDAR_YEAR_MISSING');
    expect(() => calendar.addWorkingDays('2027-12-31', 1)).toThrow('kernel.CALENDAR_YEAR_MISSING');
  });
});

describe('working time between two instants', () => {
  it.each([
    ['2026-08-03 08:00', '2026-08-04 08:00', 8],
    ['2026-08-03 11:00', '2026-08-03 14:00', 1],
    ['2026-08-07 16:00', '2026-08-10 08:00', 2],
    ['2025-04-24 10:00', '2025-05-06 09:00', 47],
    ['2026-08-08 08:00', '2026-08-09 17:00', 0],
    ['2026-08-04 08:00', '2026-08-03 08:00', 0],
  ])('from %s to %s is %d hours', (from, to, hours) => {
    expect(calendar.workingMilliseconds(local(from), local(to)) / 3_600_000).toBe(hours);
  });

  it('is what an appointment consumed', () => {
    const from = local('2025-04-21 08:00');
    expect(calendar.workingMilliseconds(from, calendar.appointment(from, 10))).toBe(80 * 3_600_000);
  });
});

describe('the rows', () => {
  it('name each exceptional day once, within the years, with a source', () => {
    expect(new Set(calendarRows.map(({ date }) => date)).size).toBe(calendarRows.length);
    for (const { date, source, name } of calendarRows) {
      expect(isLocalDate(date)).toBe(true);
      expect(calendarYears).toContain(Number(date.slice(0, 4)));
      expect(source.length + name.length).toBeGreaterThan(10);
    }
  });

  it('put days off on weekdays, since a weekend needs none', () => {
    const weekend = calendarRows.filter(({ date, kind }) => kind === 'off' && [0, 6].includes(weekday(date)));
    expect(weekend).toEqual([]);
  });

  it('have 1 January and 30 April in every year, and a second National Day only since 2021 (correction 21)', () => {
    for (const year of calendarYears) {
      expect(calendar.isWorkingDay(`${year}-01-01`)).toBe(false);
      expect(calendar.isWorkingDay(`${year}-04-30`)).toBe(false);
    }
    const nationalDays = (year: number): number =>
      calendarRows.filter(({ date, name }) => date.startsWith(`${year}-09`) && name.startsWith('Quốc khánh')).length;
    expect([2019, 2025, 2026, 2027].map(nationalDays)).toEqual([1, 2, 2, 2]);
  });

  it('of 2027 and of 2019 are all readings: no decision was seen', () => {
    const years = new Set(calendarRows.filter(({ reading }) => !reading).map(({ date }) => date.slice(0, 4)));
    expect(years).toEqual(new Set(['2025', '2026']));
    expect(calendar.isWorkingDay('2027-04-16')).toBe(false);
    expect(calendar.nextWorkingDay('2027-02-05')).toBe('2027-02-12');
  });
});
