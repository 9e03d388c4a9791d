import { afterFailure, type Breaker, breakerState, CLOSED } from './breaker.rules';

const failed = (times: number, now = 0, from: Breaker = CLOSED): Breaker =>
  Array.from({ length: times }).reduce<Breaker>((breaker) => afterFailure(breaker, now, 1), from);

describe('the breaker of a webhook (A16)', () => {
  it('opens at the fifth failure in a row, and lets one try through when its wait is over', () => {
    expect(breakerState(failed(4), 0)).toBe('closed');
    expect(breakerState(failed(5), 999)).toBe('open');
    expect(breakerState(failed(5), 1_000)).toBe('half-open');
  });

  it('waits twice as long after each try that fails, at most five minutes', () => {
    let [breaker, now]: [Breaker, number] = [failed(5), 0];
    const waits: number[] = [];
    for (let i = 0; i < 11; i += 1) {
      waits.push((breaker.openUntil ?? 0) - now);
      now = breaker.openUntil ?? 0;
      breaker = afterFailure(breaker, now, 1);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((seconds) => seconds * 1_000));
  });

  it('draws its wait, so that many webhooks behind one line are not tried at once', () => {
    const waits = [0, 0.5, 1].map((random) => Math.round(afterFailure(failed(4), 0, random).openUntil ?? 0));
    expect(waits).toEqual([200, 600, 1_000]);
  });

  it('is not opened for longer by what was under way when it opened', () => {
    expect(failed(3, 500, failed(5))).toEqual(failed(5));
  });
});
