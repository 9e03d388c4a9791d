import { kernelErrors } from './kernel.errors';

const RATIO_SHAPE = /^(\d{1,18})\/(\d{1,18})$/;
const DECIMAL_SHAPE = /^(\d{1,18})(?:\.(\d{1,12}))?$/;

/** An exact number, always in lowest terms with a positive denominator; rules of law never meet floating point. */
export class Fraction {
  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** Numerator over denominator; throws kernel.FRACTION_INVALID for a zero denominator. */
  static of(numerator: bigint, denominator = 1n): Fraction {
    if (denominator === 0n) throw kernelErrors.FRACTION_INVALID({ text: `${numerator}/0` });
    const divisor = greatestCommonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
    return new Fraction(numerator / divisor, denominator / divisor);
  }

  /** Reads `1/2`, `1` or `1.25`; throws kernel.FRACTION_INVALID. */
  static parse(text: string): Fraction {
    const ratio = RATIO_SHAPE.exec(text);
    if (ratio) return Fraction.of(BigInt(ratio[1] ?? ''), BigInt(ratio[2] ?? ''));
    const decimal = DECIMAL_SHAPE.exec(text);
    if (!decimal) throw kernelErrors.FRACTION_INVALID({ text });
    const decimals = decimal[2] ?? '';
    return Fraction.of(BigInt(`${decimal[1]}${decimals}`), 10n ** BigInt(decimals.length));
  }

  plus(other: Fraction): Fraction {
    return Fraction.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Fraction): Fraction {
    return this.plus(Fraction.of(-other.numerator, other.denominator));
  }

  times(other: Fraction): Fraction {
    return Fraction.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  /** Negative, zero or positive like the difference this − other. */
  compare(other: Fraction): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference === 0n ? 0 : difference < 0n ? -1 : 1;
  }

  equals(other: Fraction): boolean {
    return this.compare(other) === 0;
  }

  /** Numerator and denominator, also for whole numbers: `1/2`, `1/1`. */
  toString(): string {
    return `${this.numerator}/${this.denominator}`;
  }
}

/** Nearest whole number, a half goes up (default reading a: a total is computed exactly and rounded once). */
export function roundHalfUp(value: Fraction): bigint {
  return floorDivide(2n * value.numerator + value.denominator, 2n * value.denominator);
}

/**
 * Splits whole đồng by shares that add up to 1: every part is rounded down, and the đồng left over go one by one to the
 * largest remainders, the first in the list on a tie, so that the parts add up to the total. Throws
 * kernel.SHARES_NOT_WHOLE, kernel.AMOUNT_INVALID for a negative total.
 */
export function splitByShares(total: bigint, shares: readonly Fraction[]): bigint[] {
  if (total < 0n) throw kernelErrors.AMOUNT_INVALID({ text: total.toString() });
  const sum = shares.reduce((all, share) => all.plus(share), Fraction.of(0n));
  if (!sum.equals(Fraction.of(1n))) throw kernelErrors.SHARES_NOT_WHOLE({ sum: sum.toString() });
  const exact = shares.map((share) => share.times(Fraction.of(total)));
  const parts = exact.map((part) => floorDivide(part.numerator, part.denominator));
  const leftOver = total - parts.reduce((all, part) => all + part, 0n);
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part.minus(Fraction.of(parts[index] ?? 0n)) }))
    .sort((a, b) => b.remainder.compare(a.remainder) || a.index - b.index);
  byRemainder.forEach(({ index }, place) => {
    if (BigInt(place) < leftOver) parts[index] = (parts[index] ?? 0n) + 1n;
  });
  return parts;
}

function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
