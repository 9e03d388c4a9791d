import { percentile, spreadOf } from './spread';

describe('a spread', () => {
  it('is the smallest, the middle and the largest measurement, in whatever order they came', () => {
    expect(spreadOf([3, 1, 2])).toEqual({ min: 1, median: 2, max: 3 });
    expect(spreadOf([4, 1, 2, 3])).toEqual({ min: 1, median: 2.5, max: 4 });
  });

  it('is refused without a measurement', () => {
    expect(() => spreadOf([])).toThrow('at least one');
  });
});

describe('a percentile', () => {
  it('lies between neighbours where it falls between them', () => {
    const hundred = Array.from({ length: 101 }, (_, at) => 100 - at);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile([10, 20], 0.5)).toBe(15);
  });
});
