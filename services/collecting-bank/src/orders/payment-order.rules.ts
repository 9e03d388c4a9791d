import { findTimer, legalRegimeOn, rowsOfTimer, type VoucherPayer } from '@lienthong/contracts';
import { localDate } from '@lienthong/kernel';
import { bankErrors } from '../collecting-bank.errors';
import type { PaymentOrder } from './payment-order.state';

/** T18: until when the payer has 05/TB-TĐT; before 05/2021 no text says so, and the later row is our reading. */
export function answerBy(receivedAt: Date): Date {
  const day = localDate(receivedAt);
  const row = findTimer('T18', legalRegimeOn(day).id, day) ?? rowsOfTimer('T18')[0];
  return new Date(receivedAt.getTime() + (row?.amount ?? 5) * 60_000);
}

/** F17: the same number again is the same order, under the same reference; with other content it is refused. */
export function requireSame(
  order: PaymentOrder,
  said: { readonly payableItemIds: readonly string[]; readonly payer: VoucherPayer | undefined },
): PaymentOrder {
  const { orderNumber, reference } = order;
  const sameItems =
    JSON.stringify([...order.payableItemIds].sort()) === JSON.stringify([...said.payableItemIds].sort());
  const samePayer = said.payer === undefined || said.payer.number === order.payer.number;
  if (!sameItems || !samePayer) throw bankErrors.ORDER_CHANGED({ orderNumber, reference });
  return order;
}

/** The account system's word, however late; once said it stays. */
export function answered(order: PaymentOrder, at: Date, reason?: string): PaymentOrder {
  const { reference, state } = order;
  if (state !== 'pending') throw bankErrors.ORDER_ANSWERED({ reference, state });
  return { ...order, answeredAt: at, ...(reason === undefined ? { state: 'done' } : { state: 'failed', reason }) };
}
