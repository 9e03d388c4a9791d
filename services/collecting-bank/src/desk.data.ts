import { legalRegimeOn } from '@lienthong/contracts';
import { addDays, CLOSING_MS, instantOf, localDate } from '@lienthong/kernel';
import { type DeskDefinition, tracked } from '@lienthong/service-host';
import { PaymentOrderRow } from './orders/payment-order.entity';
import { PayableItem } from './payable-items/payable-item.entity';
import { Voucher } from './payments/voucher.entity';
import { DayReconciliation } from './reconciliations/day-reconciliation.entity';

const officeOf = ({ office }: { readonly office: string }): string => office;

const items = tracked<PayableItem>({
  kind: 'payable-item',
  row: PayableItem,
  key: ({ payableItemId }) => payableItemId,
  office: officeOf,
  subject: ({ payableItemId }) => payableItemId,
  state: ({ state }) => state,
  waits: ({ state, publishedAt, dueDate }) =>
    state === 'unpaid' ? { step: 'debit', since: publishedAt, due: instantOf(dueDate, CLOSING_MS) } : undefined,
  rules: ({ publishedAt }) => [`regime ${legalRegimeOn(localDate(publishedAt)).id}`],
  message: ({ messageId }) => messageId,
  terms: ({ payableItemId, noticeNumber, payerNumber }) => [
    { kind: 'receipt', value: payableItemId },
    { kind: 'notice', value: noticeNumber },
    { kind: 'person', value: payerNumber },
  ],
});

const vouchers = tracked<Voucher>({
  kind: 'voucher',
  row: Voucher,
  key: ({ reference }) => reference,
  office: officeOf,
  subject: ({ reference }) => reference,
  state: ({ transferredAt, reversedOn }) => {
    if (reversedOn !== undefined) return 'reversed';
    return transferredAt === undefined ? 'debited' : 'transferred';
  },
  waits: ({ transferredAt, debitedAt: since, transferBy: due }) =>
    transferredAt === undefined ? { step: 'transfer', since, due } : undefined,
  rules: ({ debitDate }) => [`regime ${legalRegimeOn(debitDate).id}`],
  by: ({ madeBy }) => madeBy,
  terms: ({ reference, payerNumber, payerName }) => [
    { kind: 'receipt', value: reference },
    { kind: 'person', value: payerNumber },
    ...(payerName === undefined ? [] : [{ kind: 'name', value: payerName } as const]),
  ],
});

const orders = tracked<PaymentOrderRow>({
  kind: 'payment-order',
  row: PaymentOrderRow,
  key: ({ reference }) => reference,
  office: officeOf,
  subject: ({ reference }) => reference,
  state: ({ state }) => state,
  waits: ({ state, receivedAt: since, answerBy: due }) =>
    state === 'pending' ? { step: 'answer', since, due } : undefined,
  rules: ({ receivedAt }) => [`regime ${legalRegimeOn(localDate(receivedAt)).id}`],
  terms: ({ reference, orderNumber, payer }) => [
    { kind: 'receipt', value: reference },
    { kind: 'receipt', value: orderNumber },
    { kind: 'person', value: payer.number },
  ],
});

const days = tracked<DayReconciliation>({
  kind: 'reconciliation',
  row: DayReconciliation,
  key: ({ key }) => key,
  office: officeOf,
  subject: ({ answer }) => answer.date,
  state: ({ answer }) => (answer.matched ? 'matched' : 'differs'),
  waits: ({ answer }) =>
    answer.matched ? undefined : { step: 'reconcile', since: instantOf(addDays(answer.date, 1), 0) },
  rules: ({ answer }) => [`regime ${legalRegimeOn(answer.date).id}`],
});

/** The bank's desks: published items that nobody has paid, due on the day that the notice prints; orders without an answer (T18), money that a clerk sends (T19), days that differ (M47). */
export const desk: DeskDefinition = {
  roles: ['payer', 'bank-clerk'],
  leaders: ['agency-leader'],
  personalDataFor: ['bank-clerk'],
  steps: ['debit', 'answer', 'transfer', 'reconcile'],
  tracks: [items, vouchers, orders, days],
};
