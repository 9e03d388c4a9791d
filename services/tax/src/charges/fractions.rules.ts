import { Fraction } from '@lienthong/kernel';

export const NOTHING = Fraction.of(0n);
export const WHOLE = Fraction.of(1n);

export function sum(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((total, fraction) => total.plus(fraction), NOTHING);
}

export function higher(a: Fraction, b: Fraction): Fraction {
  return a.compare(b) >= 0 ? a : b;
}

export function lower(a: Fraction, b: Fraction): Fraction {
  return a.compare(b) <= 0 ? a : b;
}

/** What `part` is of `whole`; nothing of nothing. */
export function shareOf(part: Fraction, whole: Fraction): Fraction {
  return whole.equals(NOTHING) ? NOTHING : part.times(Fraction.of(whole.denominator, whole.numerator));
}
