import type { LocalDate } from '@lienthong/kernel';

/** A part of an overpayment that was set against an item which its payer named. */
export interface Offset {
  readonly payableItemId: string;
  readonly amountDong: string;
  readonly on: LocalDate;
  readonly by: string;
}
