import { afterFailure, type Breaker, breakerState, CLOSED, type Fault } from './breaker.rules';

const failed = (times: number, now = 0, from: Breaker = CLOSED): Breaker =>
  Array.from({ length: times }).reduce<Breaker>((breaker) => afterFailure(breaker, { now, random: 1 }), from);
const refusing = (streams: readonly string[], fault: Partial<Fault> = {}, from: Breaker = CLOSED): Breaker =>
  streams.reduce<Breaker>(
    (breaker, refusedStream) => afterFailure(breaker, { now: 0, random: 1, refusedStream, ...fault }),
    from,
  );

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
      breaker = afterFailure(breaker, { now, random: 1 });
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300].map((seconds) => seconds * 1_000));
  });

  it('draws its wait, so that many webhooks behind one line are not tried at once', () => {
    const waits = [0, 0.5, 1].map((random) => Math.round(afterFailure(failed(4), { now: 0, random }).openUntil ?? 0));
    expect(waits).toEqual([200, 600, 1_000]);
  });

  it('is not opened for longer by what was under way when it opened', () => {
    expect(failed(3, 500, failed(5))).toEqual(failed(5));
  });

  it('opens when messages of five streams are refused in a row, as by a webhook that answers 404 to everything', () => {
    expect(breakerState(refusing(['a', 'b', 'c', 'd']), 0)).toBe('closed');
    expect(breakerState(refusing(['a', 'b', 'c', 'd', 'e']), 0)).toBe('open');
    expect(breakerState(refusing(['a', 'b'], {}, failed(3)), 0)).toBe('open');
  });

  it('stays closed while one message is refused however often', () => {
    expect(refusing(Array.from({ length: 50 }, () => 'a'))).toEqual(refusing(['a']));
  });

  it('opens again when the one try is refused, also of a stream that was refused before', () => {
    const opened = refusing(['a', 'b', 'c', 'd', 'e']);
    const again = refusing(['a'], { now: opened.openUntil ?? 0 }, opened);
    expect((again.openUntil ?? 0) - (opened.openUntil ?? 0)).toBe(2_000);
    expect(again.refusedStreams).toHaveLength(5);
  });

  it('opens at once for the time that the webhook asks for, but for five minutes at most', () => {
    const asked = (retryAfterMs: number, from = CLOSED): number | undefined =>
      afterFailure(from, { now: 1_000, random: 1, retryAfterMs }).openUntil;
    expect(asked(30_000)).toBe(31_000);
    expect(asked(86_400_000)).toBe(301_000);
    expect(asked(30_000, { ...failed(5), openUntil: 2_000 })).toBe(31_000);
    expect(asked(10, failed(5, 0))).toBe(3_000);
  });
});
