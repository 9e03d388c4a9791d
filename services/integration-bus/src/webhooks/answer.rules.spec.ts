import { failureOf } from './answer.rules';

const NOW = Date.parse('2026-08-03T08:00:00Z');
const judged = (status: number, retryAfter?: string) => {
  const failure = failureOf({ status, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter } }, NOW);
  return failure && [failure.blame, failure.maybeTaken ? 'maybe taken' : 'not taken', failure.retryAfterMs];
};

describe('the answer of a webhook (A15, A16)', () => {
  it.each([200, 202, 204, 299])('%d takes the message', (status) => {
    expect(judged(status)).toBeUndefined();
  });

  it.each([400, 404, 409, 410, 413, 422])('%d refuses this message', (status) => {
    expect(judged(status)).toEqual(['message', 'not taken', undefined]);
  });

  it.each([100, 302, 307, 304, 408, 429])('%d is a fault of the webhook, and nothing was taken', (status) => {
    expect(judged(status)).toEqual(['webhook', 'not taken', undefined]);
  });

  it.each([500, 502, 503, 504])('%d may come from a gateway: the message may have been taken', (status) => {
    expect(judged(status)).toEqual(['webhook', 'maybe taken', undefined]);
  });

  it.each([429, 503])('%d may ask for a time, in seconds or as a date', (status) => {
    expect(judged(status, '120')?.[2]).toBe(120_000);
    expect(judged(status, 'Mon, 03 Aug 2026 08:00:30 GMT')?.[2]).toBe(30_000);
  });

  it.each(['0', '-5', '1.5 hours', 'soon', '', 'Mon, 03 Aug 2026 07:59:59 GMT'])(
    'asks for nothing by “%s”',
    (retryAfter) => {
      expect(judged(429, retryAfter)?.[2]).toBeUndefined();
    },
  );

  it.each([302, 404, 500])('%d asks for no time', (status) => {
    expect(judged(status, '120')?.[2]).toBeUndefined();
  });
});
