import { cached } from './cached';

describe('an answer kept for a while', () => {
  it('is asked for once, however many want it at a time', async () => {
    let asked = 0;
    const read = cached(async () => (asked += 1), { keepMs: 60_000, waitMs: 1_000 });
    expect(await Promise.all([read(), read(), read()])).toEqual([1, 1, 1]);
    expect(await read()).toBe(1);
  });

  it('is nothing when the question fails or takes too long, and nobody waits longer', async () => {
    const failing = cached(() => Promise.reject(new Error('away')), { keepMs: 10, waitMs: 1_000 });
    expect(await failing()).toBeUndefined();
    const hanging = cached(() => new Promise<number>(() => undefined), { keepMs: 10, waitMs: 20 });
    const began = performance.now();
    expect(await hanging()).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(500);
  });
});
