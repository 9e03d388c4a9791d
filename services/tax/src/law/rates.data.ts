import { Fraction } from '@lienthong/kernel';
import type { DatedRow } from './dated-row.rules';

const BEFORE_NĐ10 = { from: '2017-01-01', to: '2022-02-28', source: 'NĐ 140/2016 Đ7', trust: 'found' } as const;

/** P1: personal income tax on a transfer of real estate, share of the taxable price. */
export const incomeTaxRates: readonly DatedRow<Fraction>[] = [
  {
    from: '2015-01-01',
    to: '2026-06-30',
    value: Fraction.of(2n, 100n),
    source: 'TT 92/2015/TT-BTC',
    trust: 'knowledge',
  },
  { from: '2026-07-01', value: Fraction.of(2n, 100n), source: 'NĐ 253/2026 Đ57 kh.1', trust: 'found' },
];

/** P9: the rate of a seller who does not reside in Việt Nam. */
export const nonResidentIncomeTaxRates: readonly DatedRow<Fraction>[] = [
  {
    from: '2015-01-01',
    value: Fraction.of(2n, 100n),
    source: 'the same rate for non-residents; no text was read',
    trust: 'knowledge',
  },
];

/** Personal income tax on what is inherited or given, share of the value above the threshold. */
export const receivedIncomeTaxRates: readonly DatedRow<Fraction>[] = [
  {
    from: '2009-01-01',
    to: '2026-06-30',
    value: Fraction.of(10n, 100n),
    source: 'Luật thuế TNCN 04/2007',
    trust: 'knowledge',
  },
  { from: '2026-07-01', value: Fraction.of(10n, 100n), source: 'NĐ 253/2026 Đ61', trust: 'found' },
];

/** What is inherited or given free of income tax, per event and receiver. */
export const receivedThresholdsDong: readonly DatedRow<bigint>[] = [
  {
    from: '2009-01-01',
    to: '2026-06-30',
    value: 10_000_000n,
    source: 'Luật thuế TNCN 04/2007; counted per receiver',
    trust: 'knowledge',
  },
  {
    from: '2026-07-01',
    value: 20_000_000n,
    source: 'NĐ 253/2026 Đ61 kh.2; that each receiver has a threshold of his own was told',
    trust: 'knowledge',
  },
];

/** X3: days for which an only home must have been held, counted from its first certificate. */
export const soleHomeDays: readonly DatedRow<number>[] = [
  { from: '2013-10-01', to: '2026-06-30', value: 183, source: 'TT 111/2013/TT-BTC Đ3', trust: 'found' },
  { from: '2026-07-01', value: 183, source: 'NĐ 253/2026 Đ19', trust: 'found' },
];

/** L1: registration fee on house and land, share of the base. */
export const registrationFeeRates: readonly DatedRow<Fraction>[] = [
  { ...BEFORE_NĐ10, value: Fraction.of(5n, 1000n) },
  {
    from: '2022-03-01',
    value: Fraction.of(5n, 1000n),
    source: 'NĐ 10/2022, taken to be as NĐ 140/2016 Đ7',
    trust: 'knowledge',
  },
];

/** L9: most that may be charged as registration fee for one asset and one registration. */
export const registrationFeeCapsDong: readonly DatedRow<bigint>[] = [
  { ...BEFORE_NĐ10, value: 500_000_000n },
  {
    from: '2022-03-01',
    value: 500_000_000n,
    source: 'NĐ 10/2022, taken to be as NĐ 140/2016 Đ7',
    trust: 'knowledge',
  },
];

/** L7: years of a lease that is worth the full table price; a shorter one is worth its part. */
export const fullLeaseYears: readonly DatedRow<bigint>[] = [
  { ...BEFORE_NĐ10, value: 70n, source: 'NĐ 140/2016 Đ6' },
  { from: '2022-03-01', value: 70n, source: 'NĐ 10/2022, taken to be as NĐ 140/2016 Đ6', trust: 'knowledge' },
];

/** Late interest, share of the late amount for one day. */
export const lateInterestRates: readonly DatedRow<Fraction>[] = [
  {
    from: '2013-07-01',
    to: '2016-06-30',
    value: Fraction.of(5n, 10_000n),
    source: 'rate before 01/07/2016, seen in a public tax program',
    trust: 'knowledge',
  },
  { from: '2016-07-01', value: Fraction.of(3n, 10_000n), source: 'Luật 38/2019 Đ59; TT 89/2026', trust: 'found' },
];
