import { HandedOver } from './handed-over';

const rows = (...sizes: number[]): { size: number }[] => sizes.map((size) => ({ size }));
const queue = (): HandedOver<{ size: number }> => new HandedOver(({ size }) => size, { rows: 4, bytes: 100 });

describe('rows handed over to a relay', () => {
  it('are kept in order until they are taken', () => {
    const one = queue();
    expect([one.add(rows(1, 2)), one.add(rows(3))]).toEqual([true, true]);
    expect([one.take(2), one.length, one.take(9)]).toEqual([rows(1, 2), 1, rows(3)]);
  });

  it('are refused together when there would be too many rows or too many bytes, however few rows they are', () => {
    const one = queue();
    expect(one.add(rows(1, 1, 1))).toBe(true);
    expect([one.add(rows(1, 1)), one.length]).toEqual([false, 3]);
    expect([one.add(rows(98)), one.length]).toEqual([false, 3]);
    expect(one.add(rows(97))).toBe(true);
  });

  it('make room when they are taken or forgotten', () => {
    const one = queue();
    one.add(rows(90));
    expect(one.add(rows(20))).toBe(false);
    one.take(1);
    expect(one.add(rows(90))).toBe(true);
    one.clear();
    expect([one.length, one.add(rows(100))]).toEqual([0, true]);
  });
});
