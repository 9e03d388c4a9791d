import type { PayableItem } from './payable-item.entity';
import {
  carried,
  carriedAway,
  closed,
  recordBooking,
  recordPayment,
  remainderDong,
  settledItem,
  surplusOf,
  takeBack,
  takeBackOffset,
  withOffset,
} from './payable-item.rules';
import type { StatedBooking, StatedPayment } from './payable-item.state';

const reference = '01012026000000000101';
const SECOND = '01012026000000000201';
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
  kind: 'personal-income-tax',
  dueDate: '2026-09-03',
  deferred: false,
  payments: [],
  paidDong: '0',
  bookedDong: '0',
  carriedDong: '0',
  state: 'unpaid',
  conflicts: [],
  reversals: [],
};

const reversal = {
  messageId: 'm36-huy',
  confirmationId: 'c',
  reference,
  entryNumber: 'BT-9',
  bookedOn: '2026-08-24',
  adjustment: 'reversed' as const,
};

/** All that the item does not need has become an overpayment. */
function goneOn(item: PayableItem): PayableItem {
  return surplusOf(item).reduce(
    (kept, { place, money: { amountDong } }) => carried(kept, place, [{ to: 'overpayment', id: 'o', amountDong }]),
    item,
  );
}

function payment(changes: Partial<StatedPayment> = {}): StatedPayment {
  return { messageId: 'm34', reference, amountDong: '16000000', paidOn: '2026-08-20', ...changes };
}

function booking(changes: Partial<StatedBooking> = {}): StatedBooking {
  return { ...payment({ messageId: 'm36' }), entryNumber: 'BT-1', bookedOn: '2026-08-21', ...changes };
}

describe('a payable item', () => {
  it('M34: is paid on the day the payer was debited', () => {
    expect(recordPayment(unpaid, payment())).toMatchObject({
      state: 'paid',
      paidDong: '16000000',
      payments: [{ reference, paidOn: '2026-08-20' }],
    });
  });

  it('M36: is booked whichever comes first, the voucher or the booking', () => {
    const voucherFirst = recordBooking(recordPayment(unpaid, payment()), booking());
    const bookingFirst = recordPayment(recordBooking(unpaid, booking()), payment());
    expect(voucherFirst).toEqual(bookingFirst);
    expect(voucherFirst).toMatchObject({
      state: 'booked',
      bookedDong: '16000000',
      payments: [{ paidOn: '2026-08-20', bookedOn: '2026-08-21' }],
      conflicts: [],
    });
  });

  it('F13: the same facts again, in other messages, change nothing', () => {
    const booked = recordBooking(recordPayment(unpaid, payment()), booking());
    expect(recordPayment(booked, payment({ messageId: 'again' }))).toBe(booked);
    expect(recordBooking(booked, booking({ messageId: 'again' }))).toBe(booked);
  });

  it('F9: a smaller payment leaves the remainder with its due date, and does not settle', () => {
    const part = recordBooking(unpaid, booking({ amountDong: '6000000' }));
    expect(part).toMatchObject({ state: 'part-paid', dueDate: '2026-09-03', conflicts: [] });
    expect(remainderDong(part)).toBe(10_000_000n);
    expect(settledItem(part)).toBeUndefined();
    const rest = { reference: SECOND, amountDong: '10000000', entryNumber: 'BT-2', paidOn: '2026-08-25' };
    const whole = recordBooking(part, booking(rest));
    expect(whole).toMatchObject({ state: 'booked', paidDong: '16000000' });
    expect(settledItem(whole)).toMatchObject({ amountDong: '16000000', paidOn: '2026-08-25', reference: SECOND });
  });

  it('F10: what a second voucher pays too much is surplus once it is booked, and only once', () => {
    const twice = recordPayment(recordBooking(unpaid, booking()), payment({ reference: SECOND }));
    expect(twice).toMatchObject({ state: 'booked', paidDong: '32000000', conflicts: [] });
    expect(surplusOf(twice)).toEqual([]);
    const booked = recordBooking(twice, booking({ reference: SECOND, entryNumber: 'BT-2' }));
    expect(booked.state).toBe('booked');
    expect(settledItem(booked)).toMatchObject({ amountDong: '16000000' });
    expect(surplusOf(booked)).toMatchObject([{ money: { reference: SECOND, amountDong: '16000000' } }]);
    expect(surplusOf(goneOn(booked))).toEqual([]);
  });

  it('F7: of a withdrawn item all that was booked is surplus, also what is booked afterwards', () => {
    const paid = recordPayment(unpaid, payment());
    const ended = closed(paid, { closedOn: '2026-08-22', closedFor: 'withdrawn' });
    expect(remainderDong(ended)).toBe(0n);
    expect(surplusOf(ended)).toEqual([]);
    const booked = recordBooking(ended, booking());
    expect(booked.state).toBe('closed');
    expect(surplusOf(booked)).toMatchObject([{ money: { amountDong: '16000000' } }]);
    expect(settledItem(booked)).toBeUndefined();
  });

  it('M45: money that came under another item counts, and is not taken for a voucher of this one', () => {
    const money = {
      reference,
      amountDong: '6000000',
      paidOn: '2026-08-20',
      entryNumber: 'BT-1',
      bookedOn: '2026-08-21',
    };
    const item = withOffset(unpaid, { ...money, from: 'another' });
    expect(item).toMatchObject({ state: 'part-paid', bookedDong: '6000000' });
    expect(recordBooking(item, booking({ amountDong: '10000000' }))).toMatchObject({ state: 'booked', conflicts: [] });
  });

  it('F15: a second amount for one reference freezes that reference; the booking of it is kept, not applied', () => {
    const paid = recordPayment(unpaid, payment());
    const disputed = recordPayment(paid, payment({ amountDong: '6000000' }));
    expect(disputed).toMatchObject({ state: 'paid', paidDong: '16000000', payments: { length: 1 } });
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
      payments: [{ paidOn: '2026-08-20' }],
      conflicts: [{ contradiction: 'payment-date-differs' }],
    });
  });

  it('F13, F15: a second entry for a booked item is a conflict; what was booked stays', () => {
    const booked = recordBooking(unpaid, booking());
    const after = recordBooking(booked, booking({ entryNumber: 'BT-2' }));
    expect(after).toMatchObject({
      state: 'booked',
      payments: [{ entryNumber: 'BT-1' }],
      conflicts: [{ contradiction: 'booked-by-another-entry', entryNumber: 'BT-2' }],
    });
  });

  it('keeps the same contradiction once', () => {
    const wrong = payment({ amountDong: '1' });
    const paid = recordPayment(unpaid, payment());
    const item = recordPayment(recordPayment(paid, wrong), { ...wrong, messageId: 'again' });
    expect(item.conflicts).toHaveLength(1);
  });

  it('F16: is to be paid again once its booking was taken back; the same reversal again changes nothing', () => {
    const back = takeBack(recordBooking(unpaid, booking()), reversal);
    expect(back).toMatchObject({
      state: 'unpaid',
      payments: [],
      paidDong: '0',
      bookedDong: '0',
      reversals: [reversal],
    });
    expect(takeBack(back, reversal)).toBe(back);
    const again = recordBooking(back, booking({ messageId: 'again' }));
    expect(again).toMatchObject({ state: 'unpaid', conflicts: [{ contradiction: 'reference-reversed' }] });
  });

  it('F9, F16: keeps what other vouchers paid of it; what was paid twice and went on pays it no more', () => {
    const rest = { reference: SECOND, entryNumber: 'BT-2' };
    const parts = recordBooking(
      recordBooking(unpaid, booking({ amountDong: '10000000' })),
      booking({ ...rest, amountDong: '6000000' }),
    );
    const part = takeBack(parts, reversal);
    expect(part).toMatchObject({ state: 'part-paid', paidDong: '6000000' });
    expect(remainderDong(part)).toBe(10_000_000n);
    const twice = recordBooking(recordBooking(unpaid, booking()), booking(rest));
    const gone = takeBack(goneOn(twice), reversal);
    expect(gone).toMatchObject({ state: 'unpaid', paidDong: '16000000', carriedDong: '16000000' });
    expect(remainderDong(gone)).toBe(16_000_000n);
    const second = { ...reversal, confirmationId: 'd', reference: SECOND };
    expect(carriedAway(gone, takeBack(gone, second))).toEqual([{ to: 'overpayment', id: 'o', amountDong: '16000000' }]);
  });

  it('F10: surplus that went on before a withdrawal goes on no second time', () => {
    const twice = recordBooking(recordBooking(unpaid, booking()), booking({ reference: SECOND, entryNumber: 'BT-2' }));
    const ended = closed(goneOn(twice), { closedOn: '2026-08-22', closedFor: 'withdrawn' });
    expect(surplusOf(ended)).toMatchObject([{ money: { reference, amountDong: '16000000' } }]);
  });

  it('F16: money that had been offset to it goes by where it came from', () => {
    const offset = { ...payment(), entryNumber: 'BT-1', bookedOn: '2026-08-21', from: 'overpayment' };
    const item = withOffset(unpaid, offset);
    expect(takeBackOffset(item, reference, 'another')).toBe(item);
    expect(takeBackOffset(item, reference, 'overpayment')).toMatchObject({ state: 'unpaid', payments: [] });
  });
});
