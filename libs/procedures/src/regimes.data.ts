import type { RuleSet } from './procedure';

/** A legal regime of the tax leg: A, B and C follow each other without a gap. */
export type RegimeId = 'A' | 'B' | 'C';

/** The days on which a regime governs: the date on which the tax clock starts chooses it. */
export interface Regime extends RuleSet {
  readonly id: RegimeId;
}

/** The three regimes that apply to one and the same flow. */
export const regimes: readonly Regime[] = [
  { id: 'A', name: 'TTLT 88/2016/TTLT-BTC-BTNMT', counts: 'days', validFrom: '2016-08-08', validTo: '2020-12-04' },
  {
    id: 'B',
    name: 'NĐ 126/2020/NĐ-CP, TT 19/2021/TT-BTC',
    counts: 'days',
    validFrom: '2020-12-05',
    validTo: '2026-06-30',
  },
  { id: 'C', name: 'NĐ 252/2026/NĐ-CP, TT 89/2026/TT-BTC', counts: 'days', validFrom: '2026-07-01' },
];
