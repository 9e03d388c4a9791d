import type { LocalDate } from '@lienthong/kernel';
import type { PaymentFault } from '@lienthong/contracts';

/** What the booking needs to know of a published item. */
export interface MatchedItem {
  readonly budgetSubItem: string;
  readonly budgetChapter: string;
  readonly taxOfficeCode: string;
  readonly areaCode: string;
}

/** A credited amount; matched once the item is known and agrees. A line without an item waits for the payer's choice (F12). */
export interface AdviceLine {
  readonly payableItemId?: string;
  readonly amountDong: string;
  /** As the voucher states them. */
  readonly budgetSubItem?: string;
  readonly budgetChapter?: string;
  readonly item?: MatchedItem;
}

/** What is investigated with the tax office (M46), and what waits for somebody else: item, payer, the bank. */
export type SuspenseCode = PaymentFault['fault'] | 'no-item-named' | 'items-not-published' | 'booking-reversed';

export interface SuspenseReason {
  readonly code: SuspenseCode;
  readonly payableItemId?: string;
}

/** What a bank said about the money of one voucher. */
export interface AdviceFacts {
  readonly reference: string;
  readonly debitDate: LocalDate;
  readonly totalDong: string;
  readonly bankCode: string;
  readonly treasuryCode: string;
}

/** `suspense`: money of which something does not agree; never booked, never counted as paid. */
export type AdviceState = 'awaiting-items' | 'ready' | 'suspense' | 'booked';

/** The payer's own choice of what a voucher without ID pays, and who entered it. */
export interface PayersChoice {
  readonly by: string;
  readonly at: string;
  readonly evidence: string;
  readonly onBehalf: boolean;
}

export interface CreditAdvice extends AdviceFacts {
  readonly office: string;
  /** Id of the message that brought it: the cause of the booking. */
  readonly messageId: string;
  readonly receivedAt: Date;
  readonly advisedAt: Date;
  /** Collecting authority: as stated, then as the published items say. */
  readonly taxOfficeCode?: string;
  /** Payer of a voucher that names no item. */
  readonly payerNumber?: string;
  readonly lines: readonly AdviceLine[];
  readonly state: AdviceState;
  readonly reasons: readonly SuspenseReason[];
  /** Later advices of this reference that say something else (F15). */
  readonly conflicts: readonly ContradictingAdvice[];
  /** The open payment investigation of the reference. */
  readonly investigationId?: string;
  readonly choice?: PayersChoice;
}

export interface ContradictingAdvice extends AdviceFacts {
  readonly messageId: string;
  readonly lines: readonly AdviceLine[];
}
