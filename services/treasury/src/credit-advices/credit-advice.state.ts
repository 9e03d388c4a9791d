import type { LocalDate } from '@lienthong/kernel';

/** What the booking needs to know of a published item. */
export interface MatchedItem {
  readonly budgetSubItem: string;
  readonly budgetChapter: string;
  readonly taxOfficeCode: string;
  readonly areaCode: string;
}

/** A credited amount; matched once the item is known and agrees. */
export interface AdviceLine {
  readonly payableItemId: string;
  readonly amountDong: string;
  readonly item?: MatchedItem;
}

export type SuspenseCode =
  | 'total-differs'
  | 'item-twice'
  | 'amount-differs'
  | 'item-of-another-voucher'
  | 'another-treasury'
  | 'several-tax-offices'
  | 'contradicting-advice';

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

export interface CreditAdvice extends AdviceFacts {
  readonly office: string;
  /** Id of the message that brought it: the cause of the booking. */
  readonly messageId: string;
  readonly receivedAt: Date;
  readonly advisedAt: Date;
  readonly lines: readonly AdviceLine[];
  readonly state: AdviceState;
  readonly reasons: readonly SuspenseReason[];
  /** Later advices of this reference that say something else (F15). */
  readonly conflicts: readonly ContradictingAdvice[];
}

export interface ContradictingAdvice extends AdviceFacts {
  readonly messageId: string;
  readonly lines: readonly AdviceLine[];
}
