import type { LocalDate } from '@lienthong/kernel';

/** What the bank or the treasury states about one payable item. */
export interface StatedPayment {
  readonly messageId: string;
  readonly reference: string;
  readonly amountDong: string;
  /** Day on which the payer was debited. */
  readonly paidOn: LocalDate;
}

export interface StatedBooking extends StatedPayment {
  readonly entryNumber: string;
  readonly bookedOn: LocalDate;
}

export type Contradiction =
  | 'amount-differs'
  | 'payment-date-differs'
  | 'reference-in-dispute'
  | 'booked-by-another-entry'
  | 'reference-reversed'
  /** Known from before an item could be paid in parts. */
  | 'paid-by-another-reference';

export interface FactConflict extends StatedPayment {
  readonly contradiction: Contradiction;
  readonly statedBy: 'collecting-bank' | 'treasury';
  readonly entryNumber?: string;
}

/** M36 with HUY or DIEU_CHINH: what took a booking back from the item. */
export interface BookingReversal {
  readonly messageId: string;
  readonly confirmationId: string;
  readonly reference: string;
  readonly entryNumber: string;
  readonly bookedOn: LocalDate;
  readonly adjustment: 'reversed' | 'corrected';
}

/** Money that counts for an item: of one voucher, booked once the treasury has said so. */
export interface ItemPayment {
  readonly reference: string;
  readonly amountDong: string;
  readonly paidOn: LocalDate;
  readonly entryNumber?: string;
  readonly bookedOn?: LocalDate;
  /** The item, or the overpayment, under which the money had come: it was offset by id. */
  readonly from?: string;
  /** What of it was more than is owed here, and where it went on. */
  readonly carried?: readonly CarriedMoney[];
}

/** Money that went on from the item under which it had come. */
export interface CarriedMoney {
  readonly to: 'item' | 'overpayment';
  readonly id: string;
  readonly amountDong: string;
}

/**
 * `paid` and `booked` are in full; `deferred` is noted on the certificate instead of being due (F19); `closed` was amended or
 * withdrawn: nobody pays it any more, and money that comes for it is owed by nobody.
 */
export type PayableItemState = 'unpaid' | 'part-paid' | 'paid' | 'booked' | 'deferred' | 'closed';
