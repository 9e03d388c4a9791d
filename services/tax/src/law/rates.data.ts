import { Fraction } from '@lienthong/kernel';
import type { DatedRow } from './dated-row.rules';

/** Personal income tax on a transfer of real estate: share of the taxable price. */
export const incomeTaxRates: readonly DatedRow<Fraction>[] = [
  { from: '2015-01-01', to: '2026-06-30', value: Fraction.of(2n, 100n), source: 'TT 92/2015/TT-BTC', trust: 'reading' },
  { from: '2026-07-01', value: Fraction.of(2n, 100n), source: 'NĐ 253/2026 Đ57 kh.1', trust: 'found' },
];

/** Registration fee on land: share of the base. */
export const registrationFeeRates: readonly DatedRow<Fraction>[] = [
  { from: '2017-01-01', to: '2022-02-28', value: Fraction.of(5n, 1000n), source: 'NĐ 140/2016 Đ7', trust: 'found' },
  {
    from: '2022-03-01',
    value: Fraction.of(5n, 1000n),
    source: 'NĐ 10/2022, taken to be as NĐ 140/2016 Đ7',
    trust: 'reading',
  },
];

/** Most that may be charged as registration fee for one asset and one registration, before the shares. */
export const registrationFeeCapsDong: readonly DatedRow<bigint>[] = [
  { from: '2017-01-01', to: '2022-02-28', value: 500_000_000n, source: 'NĐ 140/2016 Đ7', trust: 'found' },
  { from: '2022-03-01', value: 500_000_000n, source: 'NĐ 10/2022; the whole asset, not each person', trust: 'reading' },
];

/** Working days within which the notice is issued (T5); the day on which the tax clock starts decides the row. */
export const noticeLimitsWorkingDays: readonly DatedRow<number>[] = [
  { from: '2016-08-08', to: '2020-12-04', value: 5, source: 'TTLT 88/2016', trust: 'reading' },
  { from: '2020-12-05', to: '2026-06-30', value: 5, source: 'NĐ 126/2020 Đ13 kh.6a', trust: 'found' },
  { from: '2026-07-01', value: 3, source: 'NĐ 252/2026 Đ17', trust: 'found' },
];

/** Calendar days from the issue of the notice to the last day of payment (T16). */
export const paymentPeriodsDays: readonly DatedRow<number>[] = [
  {
    from: '2016-08-08',
    to: '2026-06-30',
    value: 30,
    source: 'NĐ 126/2020 Đ18 kh.8 and practice before it',
    trust: 'reading',
  },
  {
    from: '2026-07-01',
    value: 30,
    source: 'NĐ 252/2026 Đ21 kh.7–8; the next working day when it falls on a day off',
    trust: 'reading',
  },
];

/** Budget chapter (chương) of households and individuals. */
export const budgetChapters: readonly DatedRow<string>[] = [
  { from: '2016-08-08', to: '2025-06-30', value: '757', source: 'chương of the district level', trust: 'found' },
  { from: '2025-07-01', value: '857', source: 'seen on a notice after the commune-level reform', trust: 'reading' },
];

/** Sub-items (tiểu mục) of the budget. */
export const budgetSubItems = {
  'personal-income-tax': [
    {
      from: '2016-08-08',
      value: '1006',
      source: 'Mục lục NSNN: thuế TNCN từ chuyển nhượng bất động sản',
      trust: 'found',
    },
  ],
  'registration-fee': [
    { from: '2016-08-08', value: '2801', source: 'Mục lục NSNN: lệ phí trước bạ nhà, đất', trust: 'found' },
  ],
} as const satisfies Record<string, readonly DatedRow<string>[]>;

/** Which kinds of change a procedure may carry (R11). Source QĐ 2304/QĐ-BNNMT; inheritance, gift and exchange are not served yet. */
export const changeKindsOfProcedures: Readonly<Record<string, readonly string[]>> = { '1.013831': ['transfer'] };

/** Revenue account of the State budget. */
export const REVENUE_ACCOUNT = '7111';
