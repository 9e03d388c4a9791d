import { Fraction, splitByShares, vietnamCalendar } from '@lienthong/kernel';
import {
  aChange,
  aHouse,
  aLandPart,
  holder,
  kin,
  landWorth,
  outcome,
  prices,
  soleHome,
  totals,
} from '../../test/property-change.mother';
import { defaultReadings } from '../law/readings.data';
import { assessChange } from './assess-change.rules';
import { instalments, landUseFee } from './land-use-fee.rules';
import { lateDays, lateInterest } from './late-interest.rules';
import { amendedDuty, dueDate } from './payment-dates.rules';
import type { PropertyChange } from './property-change.state'; // prettier-ignore

const M = 1_000_000n;
const stated = (totalDong: bigint): Partial<PropertyChange> => ({ price: { totalDong } });
const terms = { calendar: vietnamCalendar, readings: defaultReadings };
const siblings = [kin('A', 'X')];

/** Row, what it shows, the change, income tax and registration fee. */
const examples: readonly [string, string, PropertyChange, bigint | undefined, bigint | undefined][] = [
  ['W1', 'the amounts of the notice of 2021', aChange({ land: [landWorth(231_700_000n)] }), 4_634_000n, 1_158_500n],
  ['W2', 'a contract below the table', aChange(stated(500n * M)), 16n * M, 4n * M],
  ['W3', 'a contract above the table', aChange(stated(1_200n * M)), 24n * M, 6n * M],
  ['W4', 'land and house, each part of the contract against the table',
    aChange({ buildings: [aHouse()], price: { totalDong: 1_500n * M, landDong: 900n * M, buildingDong: 600n * M } }), 33_600_000n, 8_400_000n],
  ['W5', 'the same with a total only', aChange({ buildings: [aHouse()], ...stated(1_500n * M) }), 31_600_000n, 7_900_000n],
  ['W7', 'a gift between siblings', aChange({ kind: 'gift', claims: siblings }), 0n, 0n],
  ['W8', 'a sale between siblings', aChange({ ...stated(800n * M), claims: siblings }), 0n, 4n * M],
  ['W9', 'a gift to a stranger since 01/07/2026', aChange({ kind: 'gift' }), 78n * M, 4n * M],
  ['W9', 'a gift to a stranger before 01/07/2026', aChange({ kind: 'gift', registeredOn: '2026-06-30', declaredOn: '2026-06-30' }), 79n * M, 4n * M],
  ['W10', 'the cap of the fee', aChange(stated(120_000n * M)), 2_400n * M, 500n * M],
  ['W19', 'rounding half up', aChange({ land: [landWorth(37_333_333n)] }), 746_667n, 186_667n],
  ['W21', 'land leased for 50 years and paid at once', aChange({ kind: 'one-time-lease', land: [aLandPart({ leaseYears: 50n })] }), undefined, 2_857_143n],
  ['W22', 'the buyer pays the seller’s tax, and the table rises before registering', aChange({
    ...stated(500n * M), buyerPaysSellersTax: true, contractEffectiveOn: '2026-12-15', registeredOn: '2027-01-11', declaredOn: '2027-01-11',
    land: [aLandPart({ priceRows: [prices(6n * M), prices(8n * M, { from: '2027-01-01', to: '2027-12-31' })] })],
  }), 16n * M, 4n * M],
]; // prettier-ignore

describe('the worked examples of L §3.9', () => {
  it.each(examples)('%s: %s', (_row, _what, change, tax, fee) => {
    expect(totals(change)).toEqual([tax, fee]);
  });

  it('W6: of two sellers the one without another home is exempt, with the reason; the buyers share the fee', () => {
    const change = aChange({
      givers: [holder('A', '1/2'), holder('B', '1/2')],
      receivers: [holder('X', '60/100'), holder('Y', '40/100')],
      claims: [soleHome('A'), soleHome('B', { otherHomes: 1 })],
    });
    expect(outcome(change)).toMatchObject({
      'personal-income-tax': {
        payable: { A: 0n, B: 8n * M },
        reasons: { A: ['X3: Nhà ở, đất ở duy nhất.'], B: ['X3: Còn nhà ở, đất ở khác.'] },
      },
      'registration-fee': { payable: { X: 2_400_000n, Y: 1_600_000n } },
    });
    expect(assessChange(change, defaultReadings)[0]?.persons).toMatchObject([
      { arisingDong: 8n * M, exemptDong: 8n * M, payableDong: 0n },
      { arisingDong: 8n * M, exemptDong: 0n, payableDong: 8n * M },
    ]);
  });

  it.each([
    ['2026-08-03', 181, 16n * M],
    ['2026-08-04', 182, 16n * M],
    ['2026-08-05', 183, 0n],
  ])('W11: an only home with a certificate of 03/02/2026, sold on %s, was held %i days', (soldOn, days, tax) => {
    const claims = [soleHome('A', { heldSince: '2026-02-03' })];
    const result = outcome(aChange({ contractEffectiveOn: soldOn, claims }))['personal-income-tax'];
    expect(result?.total).toBe(tax);
    if (tax > 0n) expect(result?.reasons['A']?.[0]).toContain(`${days} ngày`);
  });

  it('W12: 16,000,000 due on 09/09 and debited on 10/09 bears no interest', () => {
    expect(lateDays('2026-09-09', '2026-09-10')).toBe(0);
    expect(interest(16n * M, [['2026-09-10', 16n * M]])).toBe(0n);
  });

  it.each([
    [16n * M, 120_000n],
    [60n * M, 450_000n],
  ])('W13: %d due on 09/09 and debited on 05/10 bears 25 days of interest, %d', (amount, expected) => {
    expect(lateDays('2026-09-09', '2026-10-05')).toBe(25);
    expect(interest(amount, [['2026-10-05', amount]])).toBe(expected);
  });

  it('W14: of 10 million in time and 6 million on 25/09 only the second bears interest, 27,000', () => {
    expect(interest(16n * M, [['2026-09-07', 10n * M], ['2026-09-25', 6n * M]])).toBe(27_000n); // prettier-ignore
  });

  it('W15: a land-use fee of 300,000,000 is due in halves, on 09/09/2026 and, since 08/11 is a Sunday, on 09/11/2026', () => {
    const parts = instalments(300n * M, '2026-08-10').map(({ amountDong, days }) => [amountDong, dueDate('2026-08-10', days, terms)]); // prettier-ignore
    expect(parts).toEqual([[150n * M, '2026-09-09'], [150n * M, '2026-11-09']]); // prettier-ignore
  });

  it('W16: the second half paid on 15/01/2027 bears 66 days of interest, 2,970,000', () => {
    expect(lateDays('2026-11-09', '2027-01-15')).toBe(66);
    const payments = [{ debitedOn: '2027-01-15', amountDong: 150n * M }];
    const duty = { amountDong: 150n * M, dueOn: '2026-11-09', payments };
    expect(lateInterest(duty, '2027-01-15', defaultReadings)).toBe(2_970_000n);
  });

  it('W17: an amended notice of 07/09 for 20 million asks for 4 million by 07/10/2026, without interest for the time before', () => {
    const increaseDueOn = dueDate('2026-09-07', 30, terms);
    const first = { amountDong: 16n * M, dueOn: '2026-09-09', paidDong: 16n * M };
    const amended = amendedDuty(first, { amountDong: 20n * M, issuedOn: '2026-09-07', increaseDueOn });
    expect(amended).toEqual({ kind: 'raised', extraDong: 4n * M, extraDueOn: '2026-10-07', dueOn: '2026-09-09' });
    const extra = {
      amountDong: 4n * M,
      dueOn: '2026-10-07',
      payments: [{ debitedOn: '2026-10-07', amountDong: 4n * M }],
    };
    expect(lateInterest(extra, '2026-10-07', defaultReadings)).toBe(0n);
  });

  it('W18: an amended notice of 07/09 for 12 million leaves 4 million overpaid since 07/09, and the first due date', () => {
    const first = { amountDong: 16n * M, dueOn: '2026-09-09', paidDong: 16n * M };
    const amended = { amountDong: 12n * M, issuedOn: '2026-09-07', increaseDueOn: '2026-10-07' };
    expect(amendedDuty(first, amended)).toEqual({
      kind: 'lowered',
      overpaidDong: 4n * M,
      overpaidOn: '2026-09-07',
      dueOn: '2026-09-09',
    });
    expect(amendedDuty({ ...first, paidDong: 0n }, amended)).toMatchObject({ overpaidDong: 0n });
    expect(amendedDuty(first, { ...amended, amountDong: 16n * M })).toEqual({ kind: 'unchanged', dueOn: '2026-09-09' });
  });

  it('W19: 1,000,001 in three equal shares is 333,334 / 333,334 / 333,333', () => {
    const third = Fraction.of(1n, 3n);
    expect(splitByShares(1_000_001n, [third, third, third])).toEqual([333_334n, 333_334n, 333_333n]);
    const givers = ['A', 'B', 'C'].map((name) => holder(name, '1/3'));
    expect(outcome(aChange({ givers, land: [landWorth(50_000_050n)] }))['personal-income-tax']?.payable).toEqual({
      A: 333_334n,
      B: 333_334n,
      C: 333_333n,
    });
  });

  it('W20: 100 m² of farm land to residential within the quota costs 30 % of the difference, 225,000,000', () => {
    expect(purposeChange(100n, 100n)).toBe(225n * M);
  });

  it('W21: the base is 50/70 of the table', () => {
    const lease = aChange({ kind: 'one-time-lease', land: [aLandPart({ leaseYears: 50n })] });
    expect(outcome(lease)['registration-fee']?.base).toBe(571_428_571n);
  });

  function interest(amountDong: bigint, paid: readonly (readonly [string, bigint])[]): bigint {
    const payments = paid.map(([debitedOn, part]) => ({ debitedOn, amountDong: part }));
    return lateInterest({ amountDong, dueOn: '2026-09-09', payments }, '2026-12-31', defaultReadings);
  }

  function purposeChange(area: bigint, quota: bigint): bigint {
    const prices = { priceBeforeDong: 500_000n, priceAfterDong: 8n * M };
    const areas = { areaSquareMetres: Fraction.of(area), quotaSquareMetres: Fraction.of(quota) };
    return landUseFee({ kind: 'purpose-change', ...prices, ...areas }, '2026-08-03', defaultReadings);
  }
});
