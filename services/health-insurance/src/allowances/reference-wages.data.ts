import type { LocalDate } from '@lienthong/kernel';

/** The wage by which allowances are reckoned (lương cơ sở, since 07/2025 mức tham chiếu). `reading`: not confirmed here. */
export interface ReferenceWage {
  readonly amountDong: bigint;
  readonly validFrom: LocalDate;
  readonly source: string;
  readonly reading: boolean;
}

/** Ten times the wage is the funeral allowance (O §4.6). */
export const FUNERAL_ALLOWANCE_WAGES = 10n;

/** The newest first. */
export const referenceWages: readonly ReferenceWage[] = [
  {
    amountDong: 2_340_000n,
    validFrom: '2024-07-01',
    source: 'a tenth of the funeral grant of 23.4 million đồng (O §4.6); the first day is knowledge',
    reading: true,
  },
  { amountDong: 1_800_000n, validFrom: '2023-07-01', source: 'knowledge, not read', reading: true },
  { amountDong: 1_490_000n, validFrom: '2019-07-01', source: 'knowledge, not read', reading: true },
  { amountDong: 1_390_000n, validFrom: '2018-07-01', source: 'knowledge, not read', reading: true },
];
