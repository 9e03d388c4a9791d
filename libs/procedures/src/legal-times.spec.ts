import { instantText, vietnamCalendar as calendar } from '@lienthong/kernel';
import { instant } from './conversation.mother';
import { dueAfter } from './legal-times';
import type { LegalTime, RuleSet } from './procedure';

const due = (
  began: string,
  [amount, unit]: readonly [number, LegalTime['unit']],
  { counts = 'days', stood = [] }: { counts?: RuleSet['counts']; stood?: readonly (readonly [string, string])[] } = {},
): string => {
  const spans = stood.map(([from, to]) => ({ from: instant(from), to: instant(to) }));
  return instantText(dueAfter(instant(began), { amount, unit }, { counts, stood: spans, calendar }))
    .slice(0, 16)
    .replace('T', ' ');
};

describe('a legal time', () => {
  it.each([
    ['2026-08-03 15:00', '2026-08-03 17:00'],
    ['2026-08-03 15:01', '2026-08-04 17:00'],
    ['2026-08-07 16:00', '2026-08-10 17:00'],
    ['2026-08-08 09:00', '2026-08-10 17:00'],
  ])('of the same day for what came at %s ends on %s (L10, O §1.5, corrections row 19)', (began, end) => {
    expect(due(began, [0, 'working-days'])).toBe(end);
  });

  it('in days counts without the first one to closing time, in working minutes to the minute', () => {
    expect(due('2026-08-06 09:10', [3, 'working-days'])).toBe('2026-08-11 17:00');
    expect(due('2026-08-06 09:10', [3, 'working-days'], { counts: 'working-minutes' })).toBe('2026-08-11 09:10');
  });

  it('in calendar days is pushed off a day off (L §3.9)', () => {
    expect(due('2026-08-03 09:10', [30, 'calendar-days'])).toBe('2026-09-03 17:00');
  });

  it('in minutes runs by the clock', () => {
    expect(due('2026-08-07 16:50', [15, 'minutes'])).toBe('2026-08-07 17:05');
  });

  it('is longer by what stood still', () => {
    const stood = [['2026-08-04 08:00', '2026-08-06 08:00']] as const;
    expect(due('2026-08-03 08:00', [3, 'working-days'], { stood })).toBe('2026-08-10 17:00');
    expect(due('2026-08-03 08:00', [3, 'working-days'], { stood, counts: 'working-minutes' })).toBe('2026-08-10 08:00');
    expect(due('2026-08-03 08:00', [10, 'calendar-days'], { stood })).toBe('2026-08-17 17:00');
    expect(due('2026-08-03 08:00', [15, 'minutes'], { stood })).toBe('2026-08-05 08:15');
  });
});
