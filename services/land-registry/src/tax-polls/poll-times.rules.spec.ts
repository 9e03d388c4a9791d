import { mayAskAgain, nextQuestion, paymentMayBeKnown } from './poll-times.rules';

const now = new Date('2026-08-10T17:00:00+07:00');
const minutesAfter = (asked: number): number => (nextQuestion(asked, now).getTime() - now.getTime()) / 60_000;

describe('a tax office that does not answer in time', () => {
  it('is asked every 15 minutes, then hourly (M16, M17)', () => {
    expect([1, 2, 3, 4, 5, 100].map(minutesAfter)).toEqual([15, 15, 15, 60, 60, 60]);
  });

  it('is asked whether the notices are paid on the next working day already (M17, M40)', () => {
    expect(paymentMayBeKnown('2026-08-06')).toEqual(new Date('2026-08-07T17:00:00+07:00'));
    expect(paymentMayBeKnown('2026-08-07')).toEqual(new Date('2026-08-10T17:00:00+07:00'));
  });

  it('is asked by an officer at once, and not again within a minute', () => {
    expect(mayAskAgain(undefined, now)).toBe(true);
    expect(mayAskAgain(new Date(now.getTime() - 59_000), now)).toBe(false);
    expect(mayAskAgain(new Date(now.getTime() - 60_000), now)).toBe(true);
  });

  it('is asked by a dated row only', () => {
    expect(() => nextQuestion(1, new Date('2018-12-31T10:00:00+07:00'))).toThrow('no times for questions');
  });
});
