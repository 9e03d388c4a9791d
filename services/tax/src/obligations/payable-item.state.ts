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
  | 'paid-by-another-reference'
  | 'payment-date-differs'
  | 'reference-in-dispute'
  | 'booked-by-another-entry'
  | 'reference-reversed';

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
