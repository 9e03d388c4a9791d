import { nextQuestion } from './poll-times.rules';

const now = new Date('2026-08-10T17:00:00+07:00');
const minutesAfter = (asked: number): number => (nextQuestion(asked, now).getTime() - now.getTime()) / 60_000;

describe('a tax office that does not answer in time', () => {
  it('is asked every 15 minutes, then hourly (M16, M17)', () => {
    expect([1, 2, 3, 4, 5, 100].map(minutesAfter)).toEqual([15, 15, 15, 60, 60, 60]);
  });

  it('is asked by a dated row only', () => {
    expect(() => nextQuestion(1, new Date('2018-12-31T10:00:00+07:00'))).toThrow('no times for questions');
  });
});
