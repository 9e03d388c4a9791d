import { slopeOf } from './regression';

describe('a slope', () => {
  it('is that of the line on which all points lie', () => {
    const points = [3, 1, 2, 7].map((x) => ({ x, y: 5 - 2 * x }));
    expect(slopeOf(points)).toBeCloseTo(-2);
  });

  it('is flat when what goes up comes down again, as memory between two collections', () => {
    const points = Array.from({ length: 101 }, (_, x) => ({ x, y: x % 2 === 0 ? 100 : 140 }));
    expect(Math.abs(slopeOf(points))).toBeLessThan(0.01);
  });

  it('shows a leak under the noise', () => {
    const points = Array.from({ length: 101 }, (_, x) => ({ x, y: 100 + x / 2 + (x % 2 === 0 ? -20 : 20) }));
    expect(slopeOf(points)).toBeCloseTo(0.5, 1);
  });

  it('is refused when all points are at one place', () => {
    expect(() =>
      slopeOf([
        { x: 1, y: 1 },
        { x: 1, y: 2 },
      ]),
    ).toThrow('two places');
  });
});
