import { Fraction, roundHalfUp, splitByShares } from '@lienthong/kernel';
import type { Readings } from '../law/readings.data';
import type { Charge, ExactCharge, ExactPersonCharge, PersonCharge } from './charge.state';
import { NOTHING, shareOf, sum } from './fractions.rules';

type RoundingReadings = Pick<Readings, 'rounding' | 'roundingUnitDong'>;

/**
 * Reading (a), L §3.8: the payable total is computed exactly, rounded once half up and split by the remainder rule; the
 * exempt total is rounded and split alike, so that rows add up to totals whatever the order of the persons.
 */
export function roundedCharge({ base, persons, ...charge }: ExactCharge, readings: RoundingReadings): Charge {
  const payable = roundedParts(persons.map(({ payable: part }) => part), readings); // prettier-ignore
  const exempt = roundedParts(persons.map((person) => person.arising.minus(person.payable)), readings); // prettier-ignore
  return {
    ...charge,
    baseDong: roundHalfUp(base),
    totalDong: payable.reduce((all, part) => all + part, 0n),
    persons: persons.map((person, i) => personCharge(person, payable[i] ?? 0n, exempt[i] ?? 0n)),
  };
}

/** Half up to the unit. */
export function roundedToUnit(amount: Fraction, unitDong: Readings['roundingUnitDong']): bigint {
  const unit = BigInt(unitDong);
  return roundHalfUp(amount.times(Fraction.of(1n, unit))) * unit;
}

/** Parts in whole units; their sum is the exact sum rounded once, unless each person is rounded alone. */
export function roundedParts(
  parts: readonly Fraction[],
  { rounding, roundingUnitDong }: RoundingReadings,
): readonly bigint[] {
  if (rounding === 'per-person') return parts.map((part) => roundedToUnit(part, roundingUnitDong));
  const total = sum(parts);
  if (total.equals(NOTHING)) return parts.map(() => 0n);
  const unit = BigInt(roundingUnitDong);
  const units = roundedToUnit(total, roundingUnitDong) / unit;
  return splitByShares(units, parts.map((part) => shareOf(part, total))).map((count) => count * unit); // prettier-ignore
}

function personCharge(person: ExactPersonCharge, payableDong: bigint, exemptDong: bigint): PersonCharge {
  const { arising: _arising, payable: _payable, ...rest } = person;
  return { ...rest, arisingDong: payableDong + exemptDong, exemptDong, payableDong };
}
