import type { LocalDate } from '@lienthong/kernel';

/** Who is entitled, as far as the deceased alone decides it. */
export interface Circle {
  /** Completed years of age on the day of death. */
  readonly fromAge: number;
  /** `beyond`: the birthday itself is not enough (S0: "over 80"). */
  readonly counts: 'from' | 'beyond';
  /** Only persons of poor and near-poor households. */
  readonly poorOnly: boolean;
}

/** The rules of funeral support for deaths from a day on. `reading`: a part was not confirmed by a text, and `source` says which. */
export interface FuneralRuleSet {
  readonly code: 'S0' | 'ND20' | 'ND176';
  readonly validFrom: LocalDate;
  readonly amountDong: bigint;
  readonly legalBasis: string;
  /** Whether everybody with a monthly social pension or allowance is entitled, at any age. */
  readonly withSocialPension: boolean;
  readonly circles: readonly Circle[];
  /** Whether only the highest of this support and the funeral allowance of social insurance is paid. */
  readonly onlyHighest: boolean;
  /** Within how many working days the decision is due, where the rules say it. */
  readonly decisionWorkingDays?: number;
  readonly source: string;
  readonly reading: boolean;
}

/** The newest first; a new decree is a new row. */
export const funeralRuleSets: readonly FuneralRuleSet[] = [
  {
    code: 'ND176',
    validFrom: '2025-07-01',
    amountDong: 7_200_000n,
    legalBasis: 'NĐ 176/2025/NĐ-CP; NĐ 20/2021/NĐ-CP Đ11 khoản 2',
    withSocialPension: true,
    circles: [
      { fromAge: 75, counts: 'from', poorOnly: false },
      { fromAge: 70, counts: 'from', poorOnly: true },
    ],
    onlyHighest: true,
    decisionWorkingDays: 3,
    source: 'O §4.6: NĐ 176/2025, support by NĐ 20 Đ11(2), the chair of the commune decides in 3 working days; that the ages of the social pension are those of the support is a reading', // prettier-ignore
    reading: true,
  },
  {
    code: 'ND20',
    validFrom: '2021-07-01',
    amountDong: 7_200_000n,
    legalBasis: 'NĐ 20/2021/NĐ-CP Đ11',
    withSocialPension: true,
    circles: [{ fromAge: 80, counts: 'from', poorOnly: false }],
    onlyHighest: false,
    source: 'O §4.6: NĐ 20/2021 Đ11, at least 20 × the standard of 360,000; persons from 80 without pension; that the allowance of social insurance did not exclude it before NĐ 176/2025 is a reading', // prettier-ignore
    reading: true,
  },
  {
    code: 'S0',
    validFrom: '2015-01-01',
    amountDong: 5_400_000n,
    legalBasis: 'NĐ 136/2013/NĐ-CP',
    withSocialPension: false,
    circles: [{ fromAge: 80, counts: 'beyond', poorOnly: false }],
    onlyHighest: false,
    source: 'S0: persons over 80; the amount, 20 × 270,000 by NĐ 136/2013, is knowledge and was not read; that the allowance of social insurance did not exclude it is a reading', // prettier-ignore
    reading: true,
  },
];
