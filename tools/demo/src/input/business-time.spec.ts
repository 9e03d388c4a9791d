import { DEFAULT_AT, readBusinessTime } from './business-time';

describe('the business time of a run', () => {
  it.each([
    ['2026-08-03', '2026-08-03T01:00:00.000Z'],
    ['2026-08-03T10:30', '2026-08-03T03:30:00.000Z'],
    ['2026-08-03T10:30:00+07:00', '2026-08-03T03:30:00.000Z'],
    ['2026-08-03T03:30:00Z', '2026-08-03T03:30:00.000Z'],
    [DEFAULT_AT, '2026-08-03T01:00:00.000Z'],
  ])('%s is %s', (text, instant) => {
    expect(readBusinessTime(text).toISOString()).toBe(instant);
  });

  it.each(['03/08/2026', '2026-02-30', 'Monday', ''])('is not %p', (text) => {
    expect(() => readBusinessTime(text)).toThrow('neither a date');
  });

  it('begins with regime C on 1 July 2026', () => {
    expect(() => readBusinessTime('2026-06-30')).toThrow('not governed by regime C');
    expect(readBusinessTime('2026-07-01')).toBeInstanceOf(Date);
  });

  it('ends where the working calendar ends, with the terms that a run looks ahead', () => {
    expect(() => readBusinessTime('2027-12-20')).toThrow('no rows for 2028');
    expect(readBusinessTime('2027-11-01')).toBeInstanceOf(Date);
  });
});
