import fc from 'fast-check';
import { Fraction, roundHalfUp, splitByShares } from './fraction';

const fraction = fc
  .tuple(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), fc.bigInt({ min: 1n, max: 1_000_000n }))
  .map(([n, d]) => Fraction.of(n, d));
const weights = fc.array(fc.bigInt({ min: 1n, max: 1_000n }), { minLength: 1, maxLength: 12 });

function sharesOf(parts: readonly bigint[]): Fraction[] {
  const whole = parts.reduce((sum, part) => sum + part, 0n);
  return parts.map((part) => Fraction.of(part, whole));
}

describe('fractions', () => {
  it('keep to the laws of arithmetic', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(a.plus(b).equals(b.plus(a))).toBe(true);
        expect(
          a
            .plus(b)
            .plus(c)
            .equals(a.plus(b.plus(c))),
        ).toBe(true);
        expect(a.times(b.plus(c)).equals(a.times(b).plus(a.times(c)))).toBe(true);
        expect(a.minus(a).equals(Fraction.of(0n))).toBe(true);
        expect(Math.sign(a.compare(b))).toBe(-Math.sign(b.compare(a)));
      }),
    );
  });

  it('are read from 1/2, 1 and 1.25 and written in lowest terms', () => {
    expect(['1/2', '2/4', '1', '1.25', '0.3'].map((text) => Fraction.parse(text).toString())).toEqual([
      '1/2',
      '1/2',
      '1/1',
      '5/4',
      '3/10',
    ]);
    expect(Fraction.of(1n, -2n).toString()).toBe('-1/2');
  });

  it.each(['', '1/0', '-1', '1/', '/2', '1,5', '1.', '0x1', '1e3', ' 1'])('refuse "%s"', (text) => {
    expect(() => Fraction.parse(text)).toThrow('kernel.FRACTION_INVALID');
  });

  it('round half up to whole đồng (W19: 746,666.66 and 186,666.665)', () => {
    const base = Fraction.of(37_333_333n);
    expect(roundHalfUp(base.times(Fraction.parse('0.02')))).toBe(746_667n);
    expect(roundHalfUp(base.times(Fraction.parse('0.005')))).toBe(186_667n);
    expect([Fraction.of(1n, 2n), Fraction.of(-1n, 2n), Fraction.of(-3n, 2n), Fraction.of(5n)].map(roundHalfUp)).toEqual(
      [1n, 0n, -1n, 5n],
    );
  });

  it('never round further than a half', () => {
    fc.assert(
      fc.property(fraction, (value) => {
        const distance = Fraction.of(roundHalfUp(value)).minus(value);
        return distance.compare(Fraction.of(1n, 2n)) <= 0 && distance.compare(Fraction.of(-1n, 2n)) > 0;
      }),
    );
  });
});

describe('the remainder rule (L §3.8)', () => {
  it('splits 1,000,001 in three as 333,334 / 333,334 / 333,333 (W19)', () => {
    expect(splitByShares(1_000_001n, sharesOf([1n, 1n, 1n]))).toEqual([333_334n, 333_334n, 333_333n]);
  });

  it('gives the left-over đồng to the largest remainder, not to the first', () => {
    expect(splitByShares(1n, sharesOf([1n, 2n]))).toEqual([0n, 1n]);
    expect(splitByShares(4_000_000n, sharesOf([60n, 40n]))).toEqual([2_400_000n, 1_600_000n]);
  });

  it('gives parts that add up to the total, each less than one đồng from its exact share', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 17n }), weights, (total, parts) => {
        const shares = sharesOf(parts);
        const split = splitByShares(total, shares);
        expect(split.reduce((sum, part) => sum + part, 0n)).toBe(total);
        split.forEach((part, i) => {
          const distance = Fraction.of(part).minus((shares[i] as Fraction).times(Fraction.of(total)));
          expect(distance.compare(Fraction.of(1n))).toBe(-1);
          expect(distance.compare(Fraction.of(-1n))).toBe(1);
        });
      }),
    );
  });

  it('refuses shares that do not add up to one, and negative totals', () => {
    expect(() => splitByShares(10n, [Fraction.parse('1/2'), Fraction.parse('1/3')])).toThrow('kernel.SHARES_NOT_WHOLE');
    expect(() => splitByShares(10n, [])).toThrow('kernel.SHARES_NOT_WHOLE');
    expect(() => splitByShares(-1n, [Fraction.of(1n)])).toThrow('kernel.AMOUNT_INVALID');
  });
});
