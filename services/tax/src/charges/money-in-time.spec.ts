import { Fraction, vietnamCalendar } from '@lienthong/kernel';
import { defaultReadings } from '../law/readings.data';
import { endedDeferral, landUseFee, raisedInstalments } from './land-use-fee.rules';
import { lateInterest } from './late-interest.rules';
import { dueDate } from './payment-dates.rules';

const M = 1_000_000n;
const calendar = vietnamCalendar;
const readings = defaultReadings;

describe('due dates (L §3.6)', () => {
  it('reading (c): the day of issue counts or not, as the office reads it; a day off moves the date', () => {
    expect(dueDate('2026-08-10', 30, { calendar, readings })).toBe('2026-09-09');
    expect(dueDate('2026-08-10', 30, { calendar, readings: { dueDate: 'issue-day-counted' } })).toBe('2026-09-08');
    expect(dueDate('2026-08-03', 30, { calendar, readings })).toBe('2026-09-03');
  });
});

describe('late interest (L §3.7)', () => {
  const duty = { amountDong: 16n * M, dueOn: '2026-09-09', payments: [] };

  it('counts what is open as if it were paid today, and nothing before the due date', () => {
    expect(lateInterest(duty, '2026-09-09', readings)).toBe(0n);
    expect(lateInterest(duty, '2026-10-05', readings)).toBe(120_000n);
  });

  it('bears none on what an overpayment covers, none while it is deferred, none beyond the duty', () => {
    expect(lateInterest({ ...duty, coveredDong: 16n * M }, '2026-10-05', readings)).toBe(0n);
    expect(lateInterest({ ...duty, coveredDong: 10n * M }, '2026-10-05', readings)).toBe(45_000n);
    expect(lateInterest({ ...duty, deferred: true }, '2026-10-05', readings)).toBe(0n);
    const payments = [{ debitedOn: '2026-10-05', amountDong: 60n * M }];
    expect(lateInterest({ ...duty, payments }, '2027-01-01', readings)).toBe(120_000n);
  });

  it('reading (h): is rounded once for the row, or for each payment', () => {
    const payments = [1n, 2n, 3n].map((n) => ({ debitedOn: `2026-10-0${n}`, amountDong: 100n + n }));
    const row = { ...duty, amountDong: 306n, payments };
    expect(lateInterest(row, '2026-10-05', readings)).toBe(2n);
    expect(lateInterest(row, '2026-10-05', { ...readings, interestRounding: 'per-payment' })).toBe(3n);
  });

  it('was 0.05 % a day until 30/06/2016', () => {
    const old = {
      amountDong: 10n * M,
      dueOn: '2016-06-20',
      payments: [{ debitedOn: '2016-07-06', amountDong: 10n * M }],
    };
    expect(lateInterest(old, '2016-07-06', readings)).toBe(10n * 5_000n + 5n * 3_000n);
  });

  it('refuses a negative payment', () => {
    const payments = [{ debitedOn: '2026-10-05', amountDong: -1n }];
    expect(() => lateInterest({ ...duty, payments }, '2026-10-05', readings)).toThrow('tax.PAYMENT_NEGATIVE');
  });
});

describe('land-use fee (L §3.5)', () => {
  const allocation = { kind: 'allocation', areaSquareMetres: Fraction.of(100n), priceDong: 5n * M } as const;
  const change = { kind: 'purpose-change', areaSquareMetres: Fraction.of(300n), quotaSquareMetres: Fraction.of(100n), priceBeforeDong: 1n * M, priceAfterDong: 8n * M } as const; // prettier-ignore
  const fee = (stated: Parameters<typeof landUseFee>[0]): bigint => landUseFee(stated, '2026-08-03', readings);

  it('is area × price less the cost of infrastructure, reduced, less deductions, never negative', () => {
    expect(fee(allocation)).toBe(500n * M);
    expect(fee({ ...allocation, infrastructureDong: 1n * M })).toBe(400n * M);
    expect(fee({ ...allocation, reduction: Fraction.parse('0.3'), deductedDong: 50n * M })).toBe(300n * M);
    expect(fee({ ...allocation, deductedDong: 600n * M })).toBe(0n);
    expect(fee({ ...allocation, ratio: Fraction.parse('0.5') })).toBe(250n * M);
  });

  it('W20: on a change of purpose is 30 % within the quota, 50 % up to one quota beyond, 100 % further, once per parcel', () => {
    expect(fee(change)).toBe(210n * M + 350n * M + 700n * M);
    expect(fee({ ...change, ratiosUsedBefore: true })).toBe(2_100n * M);
    expect(fee({ ...change, priceAfterDong: 500_000n })).toBe(0n);
    expect(() => landUseFee(change, '2025-08-03', readings)).toThrow('tax.LEGAL_ROW_MISSING');
  });

  it('reading (d): an increase is due whole in 30 days, or in halves', () => {
    const whole = raisedInstalments(10n * M, '2026-09-07', readings);
    expect(whole).toEqual([{ amountDong: 10n * M, days: 30 }]);
    const halves = raisedInstalments(10n * M, '2026-09-07', { raisedLandUseFee: 'in-halves' });
    expect(halves).toEqual([{ amountDong: 5n * M, days: 30 }, { amountDong: 5n * M, days: 90 }]); // prettier-ignore
  });

  it('§3.6: a deferred fee is due whole in 30 days once its five years have passed', () => {
    expect(endedDeferral(10n * M, '2021-08-03', '2026-08-03')).toBeUndefined();
    expect(endedDeferral(10n * M, '2021-08-03', '2026-08-04')).toEqual([{ amountDong: 10n * M, days: 30 }]);
  });
});
