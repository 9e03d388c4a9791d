import { Fraction } from '@lienthong/kernel';
import {
  aChange,
  aHouse,
  aLandPart,
  holder,
  landWorth,
  outcome,
  prices,
  totals,
} from '../../test/property-change.mother';
import { defaultReadings, type Readings } from '../law/readings.data';
import { assessChange } from './assess-change.rules';
import type { PropertyChange } from './property-change.state'; // prettier-ignore

const M = 1_000_000n;

function fee(changes: Partial<PropertyChange>, readings: Partial<Readings> = {}): bigint | undefined {
  return totals(aChange(changes), readings)[1];
}

describe('registration fee (L §3.4)', () => {
  it('L1: is 0.5 %, paid by who is registered as owner', () => {
    const charge = assessChange(aChange(), defaultReadings).find(({ kind }) => kind === 'registration-fee');
    expect(charge).toMatchObject({
      totalDong: 4n * M,
      persons: [{ payer: 'buyer', number: 'X', payableDong: 4n * M }],
    });
    expect(charge?.rules).toMatchObject([
      { rule: 'L1', trust: 'knowledge' },
      { rule: 'L9', trust: 'knowledge' },
    ]);
  });

  it('L2, corrections row 3: takes the table of the day of declaring, or the contract where it is higher', () => {
    const land = [aLandPart({ priceRows: [prices(6n * M, { to: '2026-12-31' }), prices(8n * M, { from: '2027-01-01', to: '2027-12-31' })] })];
    expect(fee({ land, declaredOn: '2026-12-31' })).toBe(3n * M);
    expect(fee({ land, declaredOn: '2027-01-11' })).toBe(4n * M);
    expect(fee({ land, declaredOn: '2027-01-11', price: { totalDong: 1_000n * M } })).toBe(5n * M);
  }); // prettier-ignore

  it.each(['gift', 'inheritance'] as const)('L2: has no price to compare with on %s', (kind) => {
    expect(fee({ kind, price: { totalDong: 5_000n * M } })).toBe(4n * M);
  });

  it('L3, corrections row 18: values land by area × price, without the adjustment coefficient', () => {
    const priceRows = [prices(8n * M, { adjustmentCoefficient: '1.5' })];
    expect(totals(aChange({ land: [aLandPart({ priceRows })] }))).toEqual([24n * M, 4n * M]);
  });

  it('L4: values a house by floor area × price of a new square metre × quality left', () => {
    expect(fee({ buildings: [aHouse()] })).toBe(7_900_000n);
    expect(fee({ buildings: [aHouse({ quality: Fraction.parse('0.4') })] })).toBe(5_950_000n);
  });

  it('L5, corrections row 18: counts the land of an apartment by its allocation coefficient', () => {
    expect(fee({ land: [aLandPart({ allocationCoefficient: Fraction.parse('0.2') })], buildings: [aHouse()] })).toBe(
      4_700_000n,
    );
  });

  it('L6: takes the price of an auction, or of a State house sold to its tenant, also below the table', () => {
    expect(fee({ price: { totalDong: 500n * M, decisive: true } })).toBe(2_500_000n);
    expect(fee({ price: { totalDong: 500n * M } })).toBe(4n * M);
  });

  it('L7, reading (g): a lease paid at once counts by its years of seventy, unless the contract is higher', () => {
    const lease = (leaseYears: bigint, totalDong?: bigint): bigint | undefined =>
      fee({ kind: 'one-time-lease', land: [aLandPart({ leaseYears })], ...(totalDong && { price: { totalDong } }) });
    expect(lease(35n)).toBe(2n * M);
    expect(lease(70n)).toBe(4n * M);
    expect(lease(99n)).toBe(4n * M);
    expect(lease(35n, 600n * M)).toBe(3n * M);
  });

  it('L8: a change of purpose is charged by the table of the new purpose', () => {
    const land = [aLandPart({ purpose: 'ODT', priceRows: [prices(8n * M)] })];
    expect(totals(aChange({ kind: 'purpose-change', givers: [], land }))).toEqual([undefined, 4n * M]);
  });

  it('L9, reading (b): is capped at 500 million for land with its house as one asset, before the shares', () => {
    const rich = { land: [landWorth(90_000n * M)], buildings: [aHouse()] };
    expect(fee(rich)).toBe(450n * M + 3_900_000n);
    expect(fee({ ...rich, price: { totalDong: 120_000n * M } })).toBe(500n * M);
    const receivers = [holder('X', '3/4'), holder('Y', '1/4')];
    const shared = aChange({ receivers, price: { totalDong: 120_000n * M } });
    expect(outcome(shared)['registration-fee']?.payable).toEqual({ X: 375n * M, Y: 125n * M });
    expect(outcome(shared, { feeCap: 'per-person' })['registration-fee']?.payable).toEqual({
      X: 450n * M,
      Y: 150n * M,
    });
  });

  it('L9: every parcel with its buildings has a cap of its own', () => {
    const land = [landWorth(90_000n * M, '1'), landWorth(30_000n * M, '2')];
    expect(fee({ land })).toBe(600n * M);
    expect(fee({ land, price: { totalDong: 160_000n * M } })).toBe(700n * M);
  });

  it('L10: is noted as a debt for who may defer it, and what is deferred is paid before the property changes hands', () => {
    const claims = [{ ground: 'fee-deferral', person: 'X', proof: 'papers' }] as const;
    const feeOf = (change: PropertyChange): unknown => assessChange(change, defaultReadings)[1]?.persons[0];
    expect(feeOf(aChange({ claims }))).toMatchObject({ payableDong: 4n * M, deferred: true });
    expect(feeOf(aChange({ claims: [{ ...claims[0], proof: 'none' }] }))).not.toHaveProperty('deferred');
    expect(() => fee({ openDeferredDong: 1n })).toThrow('tax.DEFERRED_FEE_OPEN');
    expect(fee({ kind: 'inheritance', openDeferredDong: 1n })).toBe(4n * M);
  });

  it('W4, W5: compares part by part or in total, as the contract states its price or as the office reads it', () => {
    const change = {
      buildings: [aHouse()],
      price: { totalDong: 1_500n * M, landDong: 900n * M, buildingDong: 600n * M },
    };
    expect(fee(change)).toBe(8_400_000n);
    expect(fee(change, { feeComparison: 'by-component' })).toBe(8_400_000n);
    expect(fee(change, { feeComparison: 'by-total' })).toBe(7_900_000n);
    expect(totals(aChange(change), { feeComparison: 'by-total' })[0]).toBe(33_600_000n);
    expect(fee({ ...change, price: { totalDong: 1_500n * M } }, { feeComparison: 'by-component' })).toBe(7_900_000n);
  });
});
