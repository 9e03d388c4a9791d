import { FixedClock } from './clock';
import { idTime, isId, newId } from './ids';

const AT = '2026-08-03T09:10:00.123+07:00';

describe('ids', () => {
  it('are UUIDv7 and tell when they were made', () => {
    const id = newId(new FixedClock(AT));
    expect(isId(id)).toBe(true);
    expect(idTime(id)).toEqual(new Date(AT));
  });

  it('rise strictly, also past the 4,096 of one millisecond and when the clock is set back', () => {
    const clock = new FixedClock(AT);
    const ids = Array.from({ length: 10_000 }, () => newId(clock));
    clock.set('2026-08-03T09:00:00+07:00');
    ids.push(newId(clock));
    expect(ids.every((id, i) => i === 0 || id > (ids[i - 1] ?? ''))).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('of two clocks do not bind each other: a test may play 2019 beside 2026', () => {
    newId(new FixedClock(AT));
    expect(idTime(newId(new FixedClock('2019-08-12T00:00:00Z'))).getUTCFullYear()).toBe(2019);
  });

  it.each(['', 'x', '019BF0F2-6A10-7C3E-9A51-0F5A6D7C8E01', '019bf0f2-6a10-4c3e-9a51-0f5a6d7c8e01', 7])(
    'refuses %s as an id',
    (text) => expect(isId(text)).toBe(false),
  );

  it('refuses to read the time of another text', () => {
    expect(() => idTime('2026')).toThrow('kernel.ID_INVALID');
  });
});
