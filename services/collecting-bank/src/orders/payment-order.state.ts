import type { VoucherPayer } from '@lienthong/contracts';

/** M32: an order to pay; `pending` until the account system has answered, whatever became of the answer (F17). */
export interface PaymentOrder {
  /** Drawn with the order, and never another one for it. */
  readonly reference: string;
  readonly office: string;
  readonly orderedBy: string;
  /** The number that the payer's channel gave it. */
  readonly orderNumber: string;
  readonly payableItemIds: readonly string[];
  readonly payer: VoucherPayer;
  readonly receivedAt: Date;
  /** T18: 05/TB-TĐT within five minutes. */
  readonly answerBy: Date;
  readonly state: 'pending' | 'done' | 'failed';
  readonly answeredAt?: Date;
  readonly reason?: string;
}
