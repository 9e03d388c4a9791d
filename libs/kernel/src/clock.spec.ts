import {
  addDays,
  daysBetween,
  FixedClock,
  instantOf,
  instantText,
  isInstantText,
  isLocalDate,
  localDate,
  millisecondOfDay,
  OffsetClock,
  weekday,
} from './clock';

describe('the clock', () => {
  it('dates an instant by the day in Vietnam, not in UTC (O §1.4)', () => {
    expect(localDate(new Date('2026-08-02T17:00:00Z'))).toBe('2026-08-03');
    expect(localDate(new Date('2026-08-02T16:59:59.999Z'))).toBe('2026-08-02');
  });

  it('writes instants with the offset +07:00 and reads them back', () => {
    const text = instantText(new Date('2026-08-03T02:10:00.005Z'));
    expect(text).toBe('2026-08-03T09:10:00.005+07:00');
    expect(new Date(text).toISOString()).toBe('2026-08-03T02:10:00.005Z');
    expect(isInstantText(text)).toBe(true);
  });

  it.each([
    '2026-08-03',
    '2026-08-03T09:10:00',
    '2026-02-30T09:10:00Z',
    '2026-08-03T24:00:00Z',
    '2026-08-03T09:10:60Z',
    5,
  ])('refuses %s as an instant', (text) => expect(isInstantText(text)).toBe(false));

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '0999-01-01', '2026-01-01 ', 20260101])(
    'refuses %s as a date',
    (text) => expect(isLocalDate(text)).toBe(false),
  );

  it('takes exactly the dates of the calendar', () => {
    for (let day = '1999-12-31'; day < '2005-01-01'; day = addDays(day, 1)) expect(isLocalDate(day)).toBe(true);
    expect(['1900-02-29', '2000-02-29', '2026-04-31', '2026-04-00'].map(isLocalDate)).toEqual([
      false,
      true,
      false,
      false,
    ]);
  });

  it('knows leap days', () => {
    expect(isLocalDate('2024-02-29')).toBe(true);
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(daysBetween('2026-02-03', '2026-08-03')).toBe(181);
  });

  it('refuses to count from a date that does not exist', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow('kernel.DATE_INVALID');
  });

  it('goes back over the year 1970', () => {
    expect(addDays('1970-01-01', -1)).toBe('1969-12-31');
    expect(weekday('1969-12-28')).toBe(0);
    expect(millisecondOfDay(new Date('1969-12-31T00:00:00+07:00'))).toBe(0);
  });

  it('finds the instant of a time of day', () => {
    expect(instantOf('2026-08-03', 9.5 * 3_600_000).toISOString()).toBe('2026-08-03T02:30:00.000Z');
  });

  it('moves machine time by an offset, so that 2019 can be played', () => {
    const offsetMs = Date.parse('2019-08-12T00:00:00Z') - Date.now();
    expect(localDate(new OffsetClock(offsetMs).now())).toBe('2019-08-12');
    expect(Math.abs(new OffsetClock().now().getTime() - Date.now())).toBeLessThan(1_000);
  });

  it('stands still in a test until it is set, whatever is done to the dates it gave', () => {
    const clock = new FixedClock('2026-08-03T09:00:00+07:00');
    clock.now().setFullYear(1999);
    expect(localDate(clock.now())).toBe('2026-08-03');
    clock.set('2026-08-04T09:00:00+07:00');
    expect(localDate(clock.now())).toBe('2026-08-04');
  });
});
