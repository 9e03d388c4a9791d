import type { LocalDate } from '@lienthong/kernel';

/** How long a home must have been held for the exemption of the only home (R9), by the day of the contract. */
export interface HeldDays {
  readonly from: LocalDate;
  readonly days: number;
  readonly source: string;
}

export const soleHomeHeldDays: readonly HeldDays[] = [
  { from: '2013-10-01', days: 183, source: 'TT 111/2013/TT-BTC Đ3' },
  { from: '2026-07-01', days: 183, source: 'NĐ 253/2026 Đ19' },
];

/** What a slip of each kind of change asks for unless the officer says otherwise. */
export const revenuesOfChange: Readonly<Record<string, readonly string[]>> = {
  transfer: ['personal-income-tax', 'registration-fee'],
  inheritance: ['personal-income-tax', 'registration-fee'],
  gift: ['personal-income-tax', 'registration-fee'],
  'purpose-change': ['land-use-fee'],
};

/** Code of the attachment by which the holder of a mortgage agrees (R5). */
export const CONSENT = 'consent';
