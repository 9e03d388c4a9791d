import { TokenBucket } from './quota.rules';

describe('a quota (A38)', () => {
  it('gives two seconds’ worth at once, then as much as comes in, and keeps no more for later', () => {
    const bucket = new TokenBucket(10, 0);
    bucket.take(20);
    expect(bucket.available(0)).toBe(0);
    expect(bucket.available(500)).toBe(5);
    expect(bucket.available(60_000)).toBe(20);
  });

  it('that was overdrawn once is paid back before there is more', () => {
    const bucket = new TokenBucket(10, 0);
    bucket.take(50);
    expect(bucket.available(1_000)).toBe(-20);
    expect(bucket.waitMs(1_000)).toBe(2_100);
  });

  it('is kept over time within one per cent, however often it is asked', () => {
    const bucket = new TokenBucket(7, 0);
    let taken = 0;
    for (let now = 0; now <= 600_000; now += 13) {
      const room = Math.floor(bucket.available(now));
      bucket.take(room);
      taken += room;
    }
    expect(Math.abs(taken / (600 * 7) - 1)).toBeLessThan(0.01);
  });
});
