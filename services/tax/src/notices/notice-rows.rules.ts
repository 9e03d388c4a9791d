import { dong, dongText, type LocalDate } from '@lienthong/kernel';
import type { NoticeRow, PaymentNotice } from '@lienthong/contracts';
import type { PayableItem } from '../obligations/payable-item.entity';
import type { PaymentNoticeRow } from './payment-notice.entity';

/** A notice that stands, exactly as it was issued: its items never change what they say of it. */
export function asIssued(notice: PaymentNoticeRow, items: readonly PayableItem[]): PaymentNotice {
  if (notice.whole) return notice.whole;
  const { number, form, kind, issuedOn, dueDate, itemIds, amends } = notice;
  const own = itemIds.flatMap((id) => items.find(({ payableItemId }) => payableItemId === id) ?? []);
  const rows = own.map((item) => rowOfItem(item, notice));
  const baseDong = dongText(dong(notice.baseDong));
  return { number, form, kind, issuedOn, dueDate, baseDong, ...(amends && { amends }), rows };
}

/** The row of an item on a notice; a date of its own only where it is not the notice's. */
export function rowOfItem(item: PayableItem, { dueDate: noticeDue }: { readonly dueDate: LocalDate }): NoticeRow {
  const {
    payableItemId,
    payer,
    payerNumber,
    payerName,
    share,
    budgetSubItem,
    budgetChapter,
    deferred,
    dueDate: due,
  } = item;
  const amountDong = dongText(dong(item.amountDong));
  return {
    payableItemId,
    payer,
    payerNumber,
    payerName,
    share,
    amountDong,
    budgetSubItem,
    budgetChapter,
    ...(due !== noticeDue && { dueDate: due }),
    ...(deferred && { deferred }),
  };
}
