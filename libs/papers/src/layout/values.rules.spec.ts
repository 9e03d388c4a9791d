import { day, decimal, listed, moment, money, percent } from './values.rules';

describe('values of a form', () => {
  it('a missing value leaves its place empty', () => {
    for (const print of [money, day, moment, decimal, percent]) expect(print(undefined)).toBeUndefined();
    expect(listed(undefined, '', undefined)).toBeUndefined();
  });

  it('prints amounts with points, areas with a comma, rates in hundredths, times of Vietnam', () => {
    expect(money('16000000')).toBe('16.000.000');
    expect(money('0')).toBe('0');
    expect(decimal('120.50')).toBe('120,50');
    expect([percent('1/2'), percent('3/10000'), percent('1/1'), percent('1/3'), percent('0.125')]).toEqual(['50%', '0,03%', '100%', '1/3', '12,5%']); // prettier-ignore
    expect(moment('2026-08-03T02:10:00Z')).toBe('09:10 03/08/2026');
    expect(moment('2026-08-03T23:30:00+07:00')).toBe('23:30 03/08/2026');
    expect(day('2026-08-03')).toBe('03/08/2026');
  });

  it.each(['0001-01-01', '1900-01-01', '', '2026-02-30', '03/08/2026', '2026-8-3', 'null'])(
    'refuses the date %j instead of printing a day that is none (issue 8, bad input)',
    (date) => expect(() => day(date)).toThrow('papers.VALUE_UNREADABLE'),
  );

  it.each(['', '-1', '1.5', '1e6', 'NaN', '16.000.000'])('refuses the amount %j', (amount) =>
    expect(() => money(amount)).toThrow('kernel.AMOUNT_INVALID'),
  );

  it.each(['', '1,5', '-1', 'x'])('refuses the number %j', (number) =>
    expect(() => decimal(number)).toThrow('papers.VALUE_UNREADABLE'),
  );
}); // prettier-ignore
