import { changesOf, computed, noneStanding } from '../../test/notices.mother';
import { defaultReadings } from '../law/readings.data';
import { chargedInterest, interestDong } from './late-interest-item.rules';
import type { PayableItem } from './payable-item.entity';
import { recordBooking } from './payable-item.rules';

const [opened] = changesOf(computed(), noneStanding, { on: '2026-08-10' }).opened;
const item = opened!.item;
const id = { payableItemId: '00000000000900001', chargedOn: '2026-09-25' };

function bookedItem(paidOn: string, bookedOn: string): PayableItem {
  const reference = '01012026000000000101';
  return recordBooking(item, {
    messageId: 'm',
    reference,
    amountDong: '16000000',
    paidOn,
    entryNumber: 'BT-1',
    bookedOn,
  });
}

describe('late interest of a payable item', () => {
  it('F18: its days end at the payer’s debit; when the treasury books counts for nothing', () => {
    const debitedInTime = bookedItem('2026-09-09', '2026-10-30');
    expect(interestDong(debitedInTime, defaultReadings)).toBe(0n);
    const late = bookedItem('2026-09-20', '2026-09-20');
    expect(interestDong(bookedItem('2026-09-20', '2026-12-01'), defaultReadings)).toBe(
      interestDong(late, defaultReadings),
    );
  });

  it('F18: is an item of its own under its own sub-item, payable at once', () => {
    const charged = chargedInterest(bookedItem('2026-09-20', '2026-09-21'), defaultReadings, id);
    expect(charged?.message).toMatchObject({
      lateDays: 10,
      amountDong: '48000',
      paidOn: '2026-09-20',
      budgetSubItem: '4917',
    });
    expect(charged?.item).toMatchObject({
      payableItemId: id.payableItemId,
      interestOf: item.payableItemId,
      noticeNumber: item.noticeNumber,
      amountDong: '48000',
      dueDate: '2026-09-25',
      budgetSubItem: '4917',
      state: 'unpaid',
      payments: [],
    });
  });

  it('§3.7: one day late costs nothing, and interest bears no interest', () => {
    expect(chargedInterest(bookedItem('2026-09-10', '2026-09-11'), defaultReadings, id)).toBeUndefined();
    const interest = { ...bookedItem('2026-12-01', '2026-12-01'), interestOf: 'another' };
    expect(interestDong(interest, defaultReadings)).toBe(0n);
  });
});
