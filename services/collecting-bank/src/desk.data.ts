import { legalRegimeOn } from '@lienthong/contracts';
import { CLOSING_MS, instantOf, localDate } from '@lienthong/kernel';
import { type DeskDefinition, tracked } from '@lienthong/service-host';
import { PayableItem } from './payable-items/payable-item.entity';
import { Voucher } from './payments/voucher.entity';

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
  state: () => 'debited',
  rules: ({ debitDate }) => [`regime ${legalRegimeOn(debitDate).id}`],
  by: ({ madeBy }) => madeBy,
  terms: ({ reference, payerNumber, payerName }) => [
    { kind: 'receipt', value: reference },
    { kind: 'person', value: payerNumber },
    ...(payerName === undefined ? [] : [{ kind: 'name', value: payerName } as const]),
  ],
});

/** The bank's desks: published items that nobody has paid, due on the day that the notice prints. */
export const desk: DeskDefinition = {
  roles: ['payer', 'bank-clerk'],
  leaders: ['agency-leader'],
  personalDataFor: ['bank-clerk'],
  steps: ['debit'],
  tracks: [items, vouchers],
};
