import type { PayableItem } from './payable-item.entity';
import { recordBooking, recordPayment } from './payable-item.rules';
import type { StatedBooking, StatedPayment } from './payable-item.state';

const reference = '01012026000000000101';
const unpaid: PayableItem = {
  payableItemId: '00000000000100001',
  dossierCode: 'H19.91.01-260803-0001',
  office: 'bien-hoa',
  noticeNumber: 'TB2600017-TK0000001/TB-TCS',
  payer: 'seller',
  payerNumber: '075190000001',
  payerName: 'Nguyễn Thị Mẫu',
  share: '1/1',
  amountDong: '16000000',
  budgetSubItem: '1006',
  budgetChapter: '857',
  state: 'unpaid',
  conflicts: [],
  reversals: [],
};

function payment(changes: Partial<StatedPayment> = {}): StatedPayment {
  return { messageId: 'm34', reference, amountDong: '16000000', paidOn: '2026-08-20', ...changes };
}

function booking(changes: Partial<StatedBooking> = {}): StatedBooking {
  return { ...payment({ messageId: 'm36' }), entryNumber: 'BT-1', bookedOn: '2026-08-21', ...changes };
}

describe('a payable item', () => {
  it('M34: is paid on the day the payer was debited', () => {
    expect(recordPayment(unpaid, payment())).toMatchObject({ state: 'paid', paidOn: '2026-08-20', reference });
  });

  it('M36: is booked whichever comes first, the voucher or the booking', () => {
    const voucherFirst = recordBooking(recordPayment(unpaid, payment()), booking());
    const bookingFirst = recordPayment(recordBooking(unpaid, booking()), payment());
    expect(voucherFirst).toEqual(bookingFirst);
    expect(voucherFirst).toMatchObject({
      state: 'booked',
      paidOn: '2026-08-20',
      bookedOn: '2026-08-21',
      conflicts: [],
    });
  });

  it('F13: the same facts again, in other messages, change nothing', () => {
    const booked = recordBooking(recordPayment(unpaid, payment()), booking());
    expect(recordPayment(booked, payment({ messageId: 'again' }))).toBe(booked);
    expect(recordBooking(booked, booking({ messageId: 'again' }))).toBe(booked);
  });

  it('F9, F10: another amount is not a payment, it is kept as a conflict', () => {
    const item = recordPayment(unpaid, payment({ amountDong: '15999999' }));
    expect(item).toMatchObject({
      state: 'unpaid',
      conflicts: [{ contradiction: 'amount-differs', statedBy: 'collecting-bank' }],
    });
  });

  it('F15: a second amount for one reference freezes that reference; the booking of it is kept, not applied', () => {
    const paid = recordPayment(unpaid, payment());
    const disputed = recordPayment(paid, payment({ amountDong: '6000000' }));
    expect(disputed).toMatchObject({ state: 'paid', amountDong: '16000000', paidOn: '2026-08-20' });
    const after = recordBooking(disputed, booking());
    expect(after.state).toBe('paid');
    expect(after.conflicts.map(({ contradiction }) => contradiction)).toEqual([
      'amount-differs',
      'reference-in-dispute',
    ]);
  });

  it('F15: a booking with another debit date than the voucher is a conflict', () => {
    const after = recordBooking(recordPayment(unpaid, payment()), booking({ paidOn: '2026-08-19' }));
    expect(after).toMatchObject({
      state: 'paid',
      paidOn: '2026-08-20',
      conflicts: [{ contradiction: 'payment-date-differs' }],
    });
  });

  it('F10: a second voucher is kept as a conflict and does not hold up the booking of the first', () => {
    const twice = recordPayment(recordPayment(unpaid, payment()), payment({ reference: '01012026000000000201' }));
    expect(twice.conflicts).toMatchObject([{ contradiction: 'paid-by-another-reference' }]);
    expect(recordBooking(twice, booking()).state).toBe('booked');
  });

  it('F13, F15: a second entry for a booked item is a conflict; what was booked stays', () => {
    const booked = recordBooking(unpaid, booking());
    const after = recordBooking(booked, booking({ entryNumber: 'BT-2' }));
    expect(after).toMatchObject({
      state: 'booked',
      entryNumber: 'BT-1',
      conflicts: [{ contradiction: 'booked-by-another-entry', entryNumber: 'BT-2' }],
    });
  });

  it('keeps the same contradiction once', () => {
    const wrong = payment({ amountDong: '1' });
    const item = recordPayment(recordPayment(unpaid, wrong), { ...wrong, messageId: 'again' });
    expect(item.conflicts).toHaveLength(1);
  });
});
