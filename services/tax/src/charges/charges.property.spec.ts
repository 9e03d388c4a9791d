import { Fraction } from '@lienthong/kernel';
import fc from 'fast-check';
import { aChange, aHouse, aLandPart, kin, landWorth, soleHome } from '../../test/property-change.mother';
import { defaultReadings, type Readings } from '../law/readings.data';
import { assessChange } from './assess-change.rules';
import { type Allocation, type GardenToResidential, instalments, landUseFee } from './land-use-fee.rules';
import { lateInterest } from './late-interest.rules';
import { type ChangeKind, changeKinds, type Holder, type PropertyChange } from './property-change.state';
import { roundedParts } from './rounding.rules';

const dong = fc.bigInt({ min: 1_000_000n, max: 10n ** 12n });
const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 });
const kind = fc.constantFrom<ChangeKind>(...changeKinds);

function side(prefix: string, parts: readonly number[]): readonly Holder[] {
  const whole = BigInt(parts.reduce((sum, part) => sum + part, 0));
  return parts.map((part, i) => {
    const number = `${prefix}${i}`;
    return { number, name: number, share: Fraction.of(BigInt(part), whole) };
  });
}

/** Changes of every kind, with parts of the price, kin among the parties and only homes. */
const changes: fc.Arbitrary<PropertyChange> = fc
  .record({ kind, givers: weights, receivers: weights, table: dong, landDong: dong, buildingDong: dong, area: fc.integer({ min: 1, max: 10 ** 6 }), split: fc.boolean(), floor: fc.integer({ min: 0, max: 500 }), related: fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 4 }), homes: fc.array(fc.nat(4), { maxLength: 3 }) })
  .map(({ kind, givers, receivers, table, landDong, buildingDong, area, split, floor, related, homes }) => aChange({
      kind,
      givers: side('A', givers),
      receivers: side('X', receivers),
      land: [landWorth(table), aLandPart({ parcel: '2', areaSquareMetres: Fraction.of(BigInt(area), 100n) })],
      buildings: floor === 0 ? [] : [aHouse({ floorAreaSquareMetres: Fraction.of(BigInt(floor)) })],
      price: { totalDong: landDong + buildingDong, ...(split && { landDong, buildingDong }) },
      claims: [...related.map(([a, b]) => kin(`A${a}`, `X${b}`)), ...homes.map((home) => soleHome(`A${home}`))],
    })); // prettier-ignore

const readings: fc.Arbitrary<Readings> = fc
  .record({
    roundingUnitDong: fc.constantFrom<1 | 1000>(1, 1000),
    feeCap: fc.constantFrom<Readings['feeCap']>('per-asset', 'per-person'),
    feeComparison: fc.constantFrom<Readings['feeComparison']>('as-contract-states', 'by-component', 'by-total'),
    kinship: fc.constantFrom<Readings['kinship']>('per-pair', 'per-side'),
  })
  .map((chosen) => ({ ...defaultReadings, ...chosen }));

function totals(change: PropertyChange, chosen: Readings): readonly bigint[] {
  return assessChange(change, chosen).map(({ totalDong }) => totalDong);
}

const squareMetres = fc.integer({ min: 1, max: 10 ** 6 }).map((tenths) => Fraction.of(BigInt(tenths), 10n));
const part = fc.integer({ min: 0, max: 100 }).map((hundredths) => Fraction.of(BigInt(hundredths), 100n));
const price = fc.bigInt({ min: 0n, max: 10n ** 8n });

/** Land-use fees of both kinds, with infrastructure that costs more than the land, remissions and deductions. */
const fees: fc.Arbitrary<Allocation | GardenToResidential> = fc.oneof(
  fc.record({ kind: fc.constant('allocation' as const), areaSquareMetres: squareMetres, priceDong: price, infrastructureDong: price, reduction: part, deductedDong: dong }),
  fc.record({ kind: fc.constant('purpose-change' as const), areaSquareMetres: squareMetres, quotaSquareMetres: squareMetres, priceBeforeDong: price, priceAfterDong: price, ratiosUsedBefore: fc.boolean(), reduction: part, deductedDong: dong }),
); // prettier-ignore

function withHigherPrice(fee: Allocation | GardenToResidential, more: bigint): Allocation | GardenToResidential {
  if (fee.kind === 'allocation') return { ...fee, priceDong: fee.priceDong + more };
  return { ...fee, priceAfterDong: fee.priceAfterDong + more };
}

describe('whatever the change and the readings', () => {
  it('the persons’ amounts add up to the total, and what arises is what is paid and what is exempt (L §3.8)', () => {
    fc.assert(
      fc.property(changes, readings, (change, chosen) => {
        for (const { totalDong, persons } of assessChange(change, chosen)) {
          expect(persons.reduce((sum, { payableDong }) => sum + payableDong, 0n)).toBe(totalDong);
          for (const person of persons) expect(person.payableDong + person.exemptDong).toBe(person.arisingDong);
        }
      }),
    );
  });

  it('nothing is negative, and what is exempt pays nothing', () => {
    fc.assert(
      fc.property(changes, readings, (change, chosen) => {
        for (const { baseDong, persons } of assessChange(change, chosen)) {
          expect(baseDong).toBeGreaterThanOrEqual(0n);
          for (const { payableDong, exemptDong, decisions } of persons) {
            expect(payableDong).toBeGreaterThanOrEqual(0n);
            expect(exemptDong).toBeGreaterThanOrEqual(0n);
            if (decisions.some(({ portion }) => portion.equals(Fraction.of(1n)))) expect(payableDong).toBe(0n);
          }
        }
      }),
    );
  });

  it('a higher base never costs less', () => {
    fc.assert(
      fc.property(changes, readings, dong, fc.bigInt({ min: 1n, max: 20n }), (change, chosen, more, factor) => {
        const { totalDong = 0n, landDong } = change.price ?? {};
        const price = { ...change.price, totalDong: totalDong + more, ...(landDong && { landDong: landDong + more }) };
        // all of it by the same factor: a cap that one parcel has reached makes the rest of the base count less (L9)
        const by = Fraction.of(factor);
        const land = change.land.map((part) => ({ ...part, areaSquareMetres: part.areaSquareMetres.times(by) }));
        const buildings = change.buildings.map((part) => ({
          ...part,
          floorAreaSquareMetres: part.floorAreaSquareMetres.times(by),
        }));
        const now = totals(change, chosen);
        for (const raised of [totals({ ...change, price }, chosen), totals({ ...change, land, buildings }, chosen)]) {
          raised.forEach((total, i) => expect(total).toBeGreaterThanOrEqual(now[i] ?? 0n));
        }
      }),
    );
  });

  it('the order of co-owners changes no total', () => {
    fc.assert(
      fc.property(changes, readings, (change, chosen) => {
        const turned = {
          ...change,
          givers: [...change.givers].reverse(),
          receivers: [...change.receivers].reverse(),
          claims: [...change.claims].reverse(),
        };
        expect(totals(turned, chosen)).toEqual(totals(change, chosen));
      }),
    );
  });

  it('reading (a): a total rounded once lies at most half a unit from the exact one; per person it may drift', () => {
    const third = Fraction.of(1_000_001n, 3n);
    const parts = [third, third, third];
    expect(roundedParts(parts, defaultReadings)).toEqual([333_334n, 333_334n, 333_333n]);
    expect(roundedParts(parts, { ...defaultReadings, rounding: 'per-person' })).toEqual([333_334n, 333_334n, 333_334n]);
    expect(roundedParts(parts, { ...defaultReadings, roundingUnitDong: 1000 })).toEqual([334_000n, 333_000n, 333_000n]);
  });

  it('a land-use fee is never negative, and a larger area or a higher price never costs less (L §3.5)', () => {
    fc.assert(
      fc.property(fees, squareMetres, price, readings, (fee, area, more, chosen) => {
        const on = '2026-08-03';
        const now = landUseFee(fee, on, chosen);
        expect(now).toBeGreaterThanOrEqual(0n);
        const larger = { ...fee, areaSquareMetres: fee.areaSquareMetres.plus(area) };
        expect(landUseFee(larger, on, chosen)).toBeGreaterThanOrEqual(now);
        expect(landUseFee(withHigherPrice(fee, more), on, chosen)).toBeGreaterThanOrEqual(now);
      }),
    );
  });

  it('a remission, a deduction or a larger quota never makes a land-use fee dearer (L §3.5)', () => {
    fc.assert(
      fc.property(fees, squareMetres, readings, (fee, quota, chosen) => {
        const on = '2026-08-03';
        const now = landUseFee(fee, on, chosen);
        const { reduction: _remitted, ...unremitted } = fee;
        const { deductedDong: _deducted, ...undeducted } = fee;
        for (const dearer of [unremitted, undeducted])
          expect(landUseFee(dearer, on, chosen)).toBeGreaterThanOrEqual(now);
        if (fee.kind === 'allocation') return;
        const quotaSquareMetres = fee.quotaSquareMetres.plus(quota);
        expect(landUseFee({ ...fee, quotaSquareMetres }, on, chosen)).toBeLessThanOrEqual(now);
      }),
    );
  });

  it('instalments add up to the fee, and interest grows with the days (L §3.5, §3.7)', () => {
    fc.assert(
      fc.property(dong, fc.nat(900), fc.nat(900), (amountDong, early, later) => {
        const parts = instalments(amountDong, '2026-08-10');
        expect(parts.reduce((sum, part) => sum + part.amountDong, 0n)).toBe(amountDong);
        const on = (days: number): string => new Date(Date.UTC(2026, 8, 9 + days)).toISOString().slice(0, 10);
        const [less, more] = [early, early + later].map((days) =>
          lateInterest({ amountDong, dueOn: '2026-09-09', payments: [] }, on(days), defaultReadings),
        );
        expect(less).toBeGreaterThanOrEqual(0n);
        expect(more).toBeGreaterThanOrEqual(less ?? 0n);
      }),
    );
  });
});
