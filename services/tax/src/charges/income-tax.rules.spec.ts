import { Fraction } from '@lienthong/kernel';
import {
  aChange,
  aHouse,
  aLandPart,
  holder,
  kin,
  landWorth,
  outcome,
  prices,
  totals,
} from '../../test/property-change.mother';
import { defaultReadings } from '../law/readings.data';
import { assessChange } from './assess-change.rules';
import { taxTimePoint } from './income-tax.rules';
import type { PropertyChange } from './property-change.state'; // prettier-ignore

const M = 1_000_000n;
const twoYears = [prices(6n * M, { to: '2026-12-31' }), prices(8n * M, { from: '2027-01-01', to: '2027-12-31' })];

function tax(change: Partial<PropertyChange>): bigint | undefined {
  return totals(aChange(change))[0];
}

describe('income tax on a transfer (L §3.1)', () => {
  it('P1: is 2 % of the price in the contract, before and since 01/07/2026', () => {
    const price = { totalDong: 1_000n * M };
    expect(tax({ price })).toBe(20n * M);
    expect(tax({ price, contractEffectiveOn: '2026-06-30' })).toBe(20n * M);
    const rules = (on: string): readonly string[] =>
      assessChange(aChange({ price, contractEffectiveOn: on }), defaultReadings)[0]!.rules.map(({ trust }) => trust);
    expect([rules('2026-06-30'), rules('2026-07-01')]).toEqual([['knowledge'], ['found']]);
  });

  it('P2: takes the adjusted table value where the contract states no price or a lower one', () => {
    const land = [aLandPart({ priceRows: [prices(8n * M, { adjustmentCoefficient: '1.5' })] })];
    expect(tax({ land })).toBe(24n * M);
    expect(tax({ land, price: { totalDong: 1_199n * M } })).toBe(24n * M);
    expect(tax({ land, price: { totalDong: 1_300n * M } })).toBe(26n * M);
  });

  it('P3: tests land and house each against its own table when the contract splits the price', () => {
    const buildings = [aHouse()];
    const split = (landDong: bigint, buildingDong: bigint): bigint | undefined =>
      tax({ buildings, price: { totalDong: landDong + buildingDong, landDong, buildingDong } });
    expect(split(900n * M, 600n * M)).toBe(33_600_000n);
    expect(split(700n * M, 800n * M)).toBe(32n * M);
    expect(tax({ buildings, price: { totalDong: 1_500n * M, landDong: 900n * M } })).toBe(33_600_000n);
  });

  it('P3: prices a house by the ministry’s norms only where the province has no price', () => {
    const ministry = { from: '2026-01-01', pricePerSquareMetreDong: '5000000', basis: 'ministry' } as const;
    const province = { from: '2020-01-01', pricePerSquareMetreDong: '6500000', basis: 'province' } as const;
    expect(tax({ buildings: [aHouse({ priceRows: [ministry] })] })).toBe(28n * M);
    expect(tax({ buildings: [aHouse({ priceRows: [ministry, province] })] })).toBe(31_600_000n);
    const newer = { ...province, from: '2026-02-01', pricePerSquareMetreDong: '7000000' };
    expect(tax({ buildings: [aHouse({ priceRows: [province, newer] })] })).toBe(32_800_000n);
    expect(() => tax({ buildings: [aHouse({ priceRows: [] })] })).toThrow('tax.PRICE_ROW_MISSING');
  });

  it('P4: counts a future building with the part of the capital that was contributed', () => {
    expect(tax({ buildings: [aHouse({ contributed: Fraction.parse('1/2') })] })).toBe(23_800_000n);
  });

  it('P5: holds the table value as floor for a sublease too', () => {
    expect(tax({ kind: 'sublease', price: { totalDong: 500n * M } })).toBe(16n * M);
    expect(tax({ kind: 'sublease', price: { totalDong: 1_000n * M } })).toBe(20n * M);
  });

  it('P6: looks at the contract’s first day, or at registering when the buyer pays the seller’s tax', () => {
    const change = aChange({ contractEffectiveOn: '2026-12-15', registeredOn: '2027-01-11' });
    expect(taxTimePoint(change)).toBe('2026-12-15');
    expect(taxTimePoint({ ...change, buyerPaysSellersTax: true })).toBe('2027-01-11');
    expect(taxTimePoint({ ...change, kind: 'gift' })).toBe('2027-01-11');
  });

  it('P7: takes the price row of that day', () => {
    const change = { land: [aLandPart({ priceRows: twoYears })], registeredOn: '2027-01-11', declaredOn: '2027-01-11' };
    expect(tax({ ...change, contractEffectiveOn: '2026-12-15' })).toBe(12n * M);
    expect(tax({ ...change, contractEffectiveOn: '2026-12-15', buyerPaysSellersTax: true })).toBe(16n * M);
  });

  it('P8: taxes co-owners apart by share, equally where the papers are silent', () => {
    const payable = (givers: PropertyChange['givers']): unknown =>
      outcome(aChange({ givers }))['personal-income-tax']?.payable;
    expect(payable([holder('A', '3/4'), holder('B', '1/4')])).toEqual({ A: 12n * M, B: 4n * M });
    expect(payable([holder('A'), holder('B')])).toEqual({ A: 8n * M, B: 8n * M });
    expect(() => payable([holder('A', '1/2'), holder('B', '1/3')])).toThrow('tax.SHARES_NOT_WHOLE');
    expect(() => payable([holder('A', '1/2'), holder('B')])).toThrow('tax.SHARES_NOT_WHOLE');
  });

  it('P9: taxes a seller who does not reside here at 2 % as well, and says that this was told', () => {
    const [charge] = assessChange(aChange({ givers: [{ ...holder('A'), resident: false }] }), defaultReadings);
    expect(charge?.totalDong).toBe(16n * M);
    expect(charge?.rules).toContainEqual(expect.objectContaining({ rule: 'P9', trust: 'knowledge' }));
  });

  it('P10: taxes each side of an exchange for the property it gives', () => {
    expect(tax({ kind: 'exchange' })).toBe(16n * M);
    expect(tax({ kind: 'exchange', givers: [holder('X')], receivers: [holder('A')], land: [landWorth(500n * M)] })).toBe(10n * M); // prettier-ignore
  });

  it('P11: does not tax capital that is contributed as real estate', () => {
    expect(tax({ kind: 'capital-contribution' })).toBeUndefined();
  });

  it('P12: leaves the seller the payer, whoever pays on behalf', () => {
    const [charge] = assessChange(aChange({ buyerPaysSellersTax: true }), defaultReadings);
    expect(charge?.persons).toMatchObject([{ payer: 'seller', number: 'A' }]);
  });

  it('reading (k): refuses parts that do not add up to the price', () => {
    const price = { totalDong: 1_500n * M, landDong: 900n * M, buildingDong: 500n * M };
    expect(() => tax({ price })).toThrow('tax.PRICE_PARTS_DIFFER');
    expect(() => tax({ price: { totalDong: 500n * M, landDong: 900n * M } })).toThrow('tax.PRICE_PARTS_DIFFER');
  });
});

describe('income tax on inheritance and gift (L §3.2)', () => {
  it('is a tenth above 20 million, 10 million before 01/07/2026, and never looks at the contract price', () => {
    const price = { totalDong: 5_000n * M };
    expect(tax({ kind: 'inheritance', price })).toBe(78n * M);
    expect(tax({ kind: 'gift', price, registeredOn: '2026-06-30' })).toBe(79n * M);
  });

  it('values the property on the day of registering', () => {
    const land = [aLandPart({ priceRows: twoYears })];
    const change = { kind: 'gift', land, contractEffectiveOn: '2026-12-15', declaredOn: '2027-01-11' } as const;
    expect(tax({ ...change, registeredOn: '2027-01-11' })).toBe(78n * M);
  });

  it('gives each receiver a threshold of his own and no negative tax', () => {
    const receivers = [holder('X', '99/100'), holder('Y', '1/100')];
    expect(outcome(aChange({ kind: 'gift', receivers }))['personal-income-tax']?.payable).toEqual({
      X: 77_200_000n,
      Y: 0n,
    });
  });

  it('is paid by the receiver', () => {
    const [charge] = assessChange(aChange({ kind: 'inheritance' }), defaultReadings);
    expect(charge?.persons).toMatchObject([{ payer: 'buyer', number: 'X' }]);
  });

  it('X1, reading (f): frees the part that comes from close kin, pair by pair', () => {
    const givers = [holder('A', '1/2'), holder('B', '1/2')];
    const change = aChange({ kind: 'gift', givers, claims: [kin('X', 'A', 'birth-parent-and-child')] });
    expect(totals(change)[0]).toBe(38n * M);
    expect(totals(change, { kinship: 'per-side' })[0]).toBe(78n * M);
  });
});
