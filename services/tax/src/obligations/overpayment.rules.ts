import type { OverpaymentRecordedV1 } from '@lienthong/contracts';
import { dong, dongText, type LocalDate } from '@lienthong/kernel';
import { taxErrors } from '../tax.errors';
import type { Overpayment } from './overpayment.entity';
import type { PayableItem } from './payable-item.entity';
import { remainderDong, withOffset } from './payable-item.rules';
import type { ItemPayment } from './payable-item.state';

/** The surplus that one voucher left on an item. What a notice made too much of is overpaid from the notice on (§3.6). */
export function overpaymentOf(
  item: PayableItem,
  { reference, entryNumber = '', amountDong, paidOn, bookedOn = paidOn }: ItemPayment,
  recorded: { readonly overpaymentId: string; readonly at: Date },
): Overpayment {
  const { dossierCode, office, payableItemId, payerNumber, closedOn, closedFor } = item;
  return {
    overpaymentId: recorded.overpaymentId,
    dossierCode,
    office,
    payableItemId,
    payerNumber,
    cause: closedFor === undefined ? 'paid-over' : closedFor === 'amended' ? 'notice-lowered' : 'notice-withdrawn',
    reference,
    entryNumber,
    amountDong,
    overpaidOn: closedOn !== undefined && closedOn > paidOn ? closedOn : paidOn,
    bookedOn,
    recordedAt: recorded.at,
    offsetDong: '0',
    offsets: [],
  };
}

/** M45 */
export function overpaymentMessage(overpayment: Overpayment, recordedOn: LocalDate): OverpaymentRecordedV1 {
  const { dossierCode, overpaymentId, payableItemId, payerNumber, cause } = overpayment;
  const amountDong = dongText(dong(overpayment.amountDong));
  return { dossierCode, overpaymentId, payableItemId, payerNumber, amountDong, cause, recordedOn };
}

/** F16: nothing of it can be offset any more; where it was, is taken back too. */
export function takenBack(overpayment: Overpayment, on: LocalDate): Overpayment {
  return { ...overpayment, takenBackOn: on };
}

/** Offsetting by id: against an open item of the same payer that was named, as far as either reaches; never by guess. */
export function offset(
  overpayment: Overpayment,
  item: PayableItem,
  { on, by }: { readonly on: LocalDate; readonly by: string },
): { readonly overpayment: Overpayment; readonly item: PayableItem } {
  const { overpaymentId, payerNumber, reference, entryNumber, overpaidOn, bookedOn } = overpayment;
  const { payableItemId } = item;
  if (item.payerNumber !== payerNumber) throw taxErrors.OFFSET_OF_ANOTHER_PAYER({ overpaymentId, payableItemId });
  const left = overpayment.takenBackOn === undefined ? dong(overpayment.amountDong) - dong(overpayment.offsetDong) : 0n;
  const open = remainderDong(item);
  const amount = left < open ? left : open;
  if (amount === 0n) throw taxErrors.NOTHING_TO_OFFSET({ overpaymentId, payableItemId });
  const amountDong = dongText(amount);
  const payment = { reference, amountDong, paidOn: overpaidOn, entryNumber, bookedOn, from: overpaymentId };
  return {
    item: withOffset(item, payment),
    overpayment: {
      ...overpayment,
      offsetDong: dongText(dong(overpayment.offsetDong) + amount),
      offsets: [...overpayment.offsets, { payableItemId, amountDong, on, by }],
    },
  };
}
