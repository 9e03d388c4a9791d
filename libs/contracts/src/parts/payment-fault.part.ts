import { OneOf, Optional, Text } from '@lienthong/envelope';

/** What of a payment does not agree. */
export const PAYMENT_FAULTS = [
  'total-differs', 'item-twice', 'another-treasury', 'another-tax-office',
  'several-tax-offices', 'sub-item-differs', 'chapter-differs', 'contradicting-advice',
] as const; // prettier-ignore

/** One fault of a payment (sai sót của giấy nộp tiền), at one payable item or of the whole voucher. */
export class PaymentFault {
  @OneOf(PAYMENT_FAULTS)
  readonly fault: (typeof PAYMENT_FAULTS)[number];

  @Optional()
  @Text({ max: 32 })
  readonly payableItemId?: string;
}
