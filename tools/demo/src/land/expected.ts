import { dongText } from '@lienthong/kernel';
import type { ExpectedPayment, ExpectedSurplus } from './expected-outcome';

/** Income tax that the seller owes. */
export function sellerOwes(dong: bigint, dueDate: string, state: ExpectedPayment['state'] = 'booked'): ExpectedPayment {
  return { kind: 'personal-income-tax', payer: 'seller', amountDong: dongText(dong), dueDate, state };
}

/** The registration fee of the buyer. */
export function buyerOwes(dong: bigint, dueDate: string, state: ExpectedPayment['state'] = 'booked'): ExpectedPayment {
  return { kind: 'registration-fee', payer: 'buyer', amountDong: dongText(dong), dueDate, state };
}

/** Interest of the seller's tax (F18). */
export function sellerOwesInterest(dong: bigint, dueDate: string): ExpectedPayment {
  return { ...sellerOwes(dong, dueDate), kind: 'late-interest' };
}

export function sellerOverpaid(dong: bigint): ExpectedSurplus {
  return { payer: 'seller', amountDong: dongText(dong) };
}
