import { dong, Fraction, roundHalfUp } from '@lienthong/kernel';
import fc from 'fast-check';
import { aContract, aParcel, aPriceRow, aSlip, persons } from '../../test/transfer-slip.mother';
import { defaultReadings } from '../law/readings.data';
import { type AssessedRevenue, assessTransfer } from './assess-transfer.rules';
import type { AssessedSlip } from './slip-change.rules';

const DECLARED = '2026-08-03';

function assess(slip: AssessedSlip, declaredOn: string): readonly AssessedRevenue[] {
  return assessTransfer(slip, { declaredOn, receivedOn: declaredOn }, { readings: defaultReadings });
}

function amounts(
  revenues: readonly AssessedRevenue[],
): Record<string, { base: string; total: string; rows: string[] }> {
  return Object.fromEntries(
    revenues.map(({ kind, baseDong, totalDong, rows }) => [
      kind,
      { base: baseDong, total: totalDong, rows: rows.map((row) => row.amountDong) },
    ]),
  );
}

describe('assessment of a transfer', () => {
  it('W1: a base of 231,700,000 gives the amounts of the notice of 2021', () => {
    const slip = aSlip({ contract: aContract(231_700_000n), parcels: [aParcel('1', [aPriceRow(1n)])] });
    expect(amounts(assess(slip, DECLARED))).toEqual({
      'personal-income-tax': { base: '231700000', total: '4634000', rows: ['4634000'] },
      'registration-fee': { base: '231700000', total: '1158500', rows: ['1158500'] },
    });
  });

  it('W2: a contract below the table is taxed by the table', () => {
    expect(amounts(assess(aSlip(), DECLARED))).toEqual({
      'personal-income-tax': { base: '800000000', total: '16000000', rows: ['16000000'] },
      'registration-fee': { base: '800000000', total: '4000000', rows: ['4000000'] },
    });
  });

  it('W3: a contract above the table is taxed by the contract', () => {
    expect(amounts(assess(aSlip({ contract: aContract(1_200_000_000n) }), DECLARED))).toEqual({
      'personal-income-tax': { base: '1200000000', total: '24000000', rows: ['24000000'] },
      'registration-fee': { base: '1200000000', total: '6000000', rows: ['6000000'] },
    });
  });

  it('L §3.2: a gift up to the threshold is taxed with nothing, says why, and pays its fee', () => {
    const slip = aSlip({ changeKind: 'gift', parcels: [aParcel('2.5', [aPriceRow(8_000_000n)])] });
    const [tax, fee] = assess(slip, DECLARED);
    expect(tax).toMatchObject({ totalDong: '0', rows: [{ payer: 'buyer', amountDong: '0', exemptDong: '0' }] });
    expect(tax?.rows[0]?.reasons).toEqual([expect.stringMatching(/^§3.2: /)]);
    expect(fee?.totalDong).toBe('100000');
  });

  it('W10, corrections (b): the fee of one asset is capped at 500 million before the shares, the income tax is not', () => {
    const slip = aSlip({ contract: aContract(120_000_000_000n), buyers: persons(['1/2', '1/2']) });
    expect(amounts(assess(slip, DECLARED))).toMatchObject({
      'personal-income-tax': { total: '2400000000' },
      'registration-fee': { total: '500000000', rows: ['250000000', '250000000'] },
    });
  });

  it('corrections (b): every parcel is an asset with its own cap, the base is allotted by table values', () => {
    const parcels = [aParcel('300', [aPriceRow(8_000_000n)]), aParcel('100', [aPriceRow(8_000_000n)], '313')];
    const slip = aSlip({ contract: aContract(160_000_000_000n), parcels });
    expect(amounts(assess(slip, DECLARED))['registration-fee']?.total).toBe('700000000');
  });

  it('W19, corrections (a): the total is rounded once, half up', () => {
    const slip = aSlip({ contract: aContract(37_333_333n), parcels: [aParcel('1', [aPriceRow(1n)])] });
    expect(amounts(assess(slip, DECLARED))).toMatchObject({
      'personal-income-tax': { total: '746667' },
      'registration-fee': { total: '186667' },
    });
  });

  it('W19: 1,000,001 over three equal shares gives 333,334 / 333,334 / 333,333', () => {
    const thirds = persons(['1/3', '1/3', '1/3']);
    const slip = aSlip({ contract: aContract(50_000_050n), parcels: [aParcel('1', [aPriceRow(1n)])], sellers: thirds });
    expect(amounts(assess(slip, DECLARED))['personal-income-tax']?.rows).toEqual(['333334', '333334', '333333']);
  });

  it('W22, P6: when the buyer pays the seller’s tax, the day of registering decides', () => {
    const rows = [
      aPriceRow(6_000_000n, { to: '2026-12-31' }),
      aPriceRow(8_000_000n, { from: '2027-01-01', to: '2027-12-31' }),
    ];
    const contract = aContract(500_000_000n, { effectiveDate: '2026-12-15', buyerPaysSellersTax: true });
    const slip = aSlip({ contract, parcels: [aParcel('100', rows)], registeredOn: '2027-01-11' });
    expect(amounts(assess(slip, '2027-01-11'))).toMatchObject({
      'personal-income-tax': { total: '16000000' },
      'registration-fee': { total: '4000000' },
    });
  });

  it('P6, P7, L2, corrections row 3: else the tax looks at the contract’s day and the fee at the day of declaring', () => {
    const rows = [
      aPriceRow(6_000_000n, { to: '2026-12-31' }),
      aPriceRow(8_000_000n, { from: '2027-01-01', to: '2027-12-31' }),
    ];
    const contract = aContract(500_000_000n, { effectiveDate: '2026-12-15' });
    const slip = aSlip({ contract, parcels: [aParcel('100', rows)], registeredOn: '2027-01-11' });
    expect(amounts(assess(slip, '2027-01-11'))).toMatchObject({
      'personal-income-tax': { base: '600000000', total: '12000000' },
      'registration-fee': { base: '800000000', total: '4000000' },
    });
  });

  it('P12: that the buyer pays the seller’s tax leaves the seller the payer of income tax', () => {
    const slip = aSlip({ contract: aContract(500_000_000n, { buyerPaysSellersTax: true }) });
    const [tax, fee] = assess(slip, DECLARED);
    expect(tax?.rows[0]).toMatchObject({ payer: 'seller', payerNumber: slip.sellers[0]?.personalIdentificationNumber });
    expect(fee?.rows[0]).toMatchObject({ payer: 'buyer', payerNumber: slip.buyers[0]?.personalIdentificationNumber });
  });

  it('corrections row 18: the price adjustment coefficient raises the base of the tax, not that of the fee', () => {
    const slip = aSlip({ parcels: [aParcel('100', [aPriceRow(8_000_000n, { adjustmentCoefficient: '1.25' })])] });
    expect(amounts(assess(slip, DECLARED))).toMatchObject({
      'personal-income-tax': { base: '1000000000', total: '20000000' },
      'registration-fee': { base: '800000000', total: '4000000' },
    });
  });

  it('L3: areas with decimals are exact', () => {
    const slip = aSlip({ contract: aContract(1n), parcels: [aParcel('100.55', [aPriceRow(7_777_777n)])] });
    expect(amounts(assess(slip, DECLARED))['personal-income-tax']).toMatchObject({
      base: '782055477',
      total: '15641110',
    });
  });

  it('P1, L1, corrections (a): whatever contract, prices, areas and shares, the rows add up to the total rounded once', () => {
    const wholes = fc.integer({ min: 1, max: 9 });
    const shapes = fc.record({
      total: fc.bigInt({ min: 1_000_000n, max: 10n ** 12n }),
      areas: fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 5 }),
      price: fc.bigInt({ min: 1_000n, max: 200_000_000n }),
      parts: fc.array(wholes, { minLength: 1, maxLength: 7 }),
    });
    fc.assert(
      fc.property(shapes, ({ total, areas, price, parts }) => {
        const whole = parts.reduce((sum, part) => sum + part, 0);
        const side = persons(parts.map((part) => `${part}/${whole}`));
        const parcels = areas.map((area, i) =>
          aParcel(`${Math.floor(area / 100)}.${String(area % 100).padStart(2, '0')}`, [aPriceRow(price)], String(i)),
        );
        const [tax, fee] = assess(
          aSlip({ contract: aContract(total), parcels, sellers: side, buyers: side }),
          DECLARED,
        );
        const table = areas.reduce((sum, area) => sum.plus(Fraction.of(BigInt(area) * price, 100n)), Fraction.of(0n));
        const base = table.compare(Fraction.of(total)) > 0 ? table : Fraction.of(total);
        expect(dong(tax?.totalDong ?? '')).toBe(roundHalfUp(base.times(Fraction.of(1n, 50n))));
        for (const revenue of [tax, fee]) {
          const sum = revenue?.rows.reduce((all, row) => all + dong(row.amountDong), 0n);
          expect(sum).toBe(dong(revenue?.totalDong ?? ''));
        }
      }),
    );
  });
});
