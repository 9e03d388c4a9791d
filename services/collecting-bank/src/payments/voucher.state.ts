/** How a voucher was made: by the payer's order, from a paper voucher, or from cash at the counter. */
export type VoucherChannel = 'electronic' | 'paper' | 'cash';

/** A line of a voucher; without an item it waits at the treasury for the payer's choice (F12). */
export interface BankLine {
  readonly payableItemId?: string;
  readonly noticeNumber?: string;
  readonly amountDong: string;
  readonly budgetSubItem: string;
  readonly budgetChapter: string;
}
