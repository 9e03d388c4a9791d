import { Fraction } from '@lienthong/kernel';
import type { DatedRow } from './dated-row.rules';

/** Shares of the difference of prices that a change of purpose costs a household in the parcel of its house. */
export interface PurposeChangeRatios {
  /** Within the allocation quota. */
  readonly within: Fraction;
  /** Beyond it, up to one more quota. */
  readonly upToOneMore: Fraction;
  readonly further: Fraction;
}

/** Calendar days in which a deferred land-use fee whose years have passed is due, whole. */
export const endedDeferralDays: readonly DatedRow<number>[] = [
  { from: '2020-12-05', to: '2026-06-30', value: 30, source: 'NĐ 126/2020 Đ18', trust: 'found' },
  { from: '2026-07-01', value: 30, source: 'NĐ 252/2026 Đ21 kh.4c', trust: 'found' },
];

/** Years for which a land-use fee may be deferred. */
export const deferralYears: readonly DatedRow<number>[] = [
  { from: '2020-12-05', to: '2026-06-30', value: 5, source: 'NĐ 126/2020 Đ18', trust: 'found' },
  { from: '2026-07-01', value: 5, source: 'NĐ 252/2026 Đ21 kh.4c', trust: 'found' },
];

/** Part of the difference of prices that a change of purpose costs which needs no permission. */
export const wholeDifferenceRatios: readonly DatedRow<Fraction>[] = [
  {
    from: '2024-08-01',
    value: Fraction.of(1n),
    source:
      'NĐ 50/2026/NĐ-CP: collection ratio 100 % except listed cases; that it is taken of the difference of the two table prices was told',
    trust: 'knowledge',
  },
];

/** Before this resolution no ratios are known here; asking for them is an error. */
export const purposeChangeRatios: readonly DatedRow<PurposeChangeRatios>[] = [
  {
    from: '2026-01-31',
    value: { within: Fraction.of(30n, 100n), upToOneMore: Fraction.of(50n, 100n), further: Fraction.of(1n) },
    source: 'NQ 254/2025/QH15 Đ10 kh.2c; that it sets special ratios was found in NĐ 50/2026, the figures were told',
    trust: 'knowledge',
  },
];
