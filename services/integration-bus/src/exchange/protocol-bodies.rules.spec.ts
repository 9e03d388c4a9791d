import { canonicalBytes } from '@lienthong/envelope';
import { bodiesOf, MOST_BODY_BYTES } from './protocol-bodies.rules';

describe('bodies of protocol messages', () => {
  it('hold at most 500 items, in order', () => {
    const items = Array.from({ length: 1_001 }, (_, n) => ({ n }));
    const bodies = bodiesOf(items);
    expect(bodies.map((body) => body.items.length)).toEqual([500, 500, 1]);
    expect(bodies.flatMap((body) => body.items)).toEqual(items);
  });

  it('stay under 200 KiB of canonical JSON, whatever the texts are made of', () => {
    const items = Array.from({ length: 400 }, (_, n) => ({ n, text: 'ễ'.repeat(2_000) }));
    const bodies = bodiesOf(items);
    expect(bodies.flatMap((body) => body.items)).toEqual(items);
    const sizes = bodies.map((body) => canonicalBytes(body).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MOST_BODY_BYTES);
    expect(Math.max(...sizes)).toBeGreaterThan(MOST_BODY_BYTES - 7_000);
  });

  it('are none when there is nothing to say', () => {
    expect(bodiesOf([])).toEqual([]);
  });
});
