import { anAdvice, anItem } from '../../test/credit-advice.mother';
import { matched, requireReady } from '../credit-advices/credit-advice.rules';
import { bookingOf, confirmation, entryNumberOf, entrySeries } from './booking.rules';

const entry = {
  entryNumber: entryNumberOf('2026-08-04', 7),
  confirmationId: '019fc562-94c0-7000-8000-000000000002',
  bookedOn: '2026-08-04',
  bookedBy: 'clerk',
};
const booking = bookingOf(requireReady(matched(anAdvice(), anItem())), entry);

describe('a booking', () => {
  it('M36: keeps the payer’s debit date apart from the day of booking', () => {
    expect(confirmation(booking)).toMatchObject({
      debitDate: '2026-08-03',
      bookedOn: '2026-08-04',
      account: '7111',
      treasuryCode: '9901',
    });
  });

  it('books each line under sub-item and chapter of the published item', () => {
    expect(booking.lines).toEqual([
      { payableItemId: anItem().payableItemId, amountDong: '16000000', budgetSubItem: '1006', budgetChapter: '857' },
    ]);
    expect(booking.totalDong).toBe('16000000');
  });

  it('numbers the entries of each office and year apart', () => {
    expect(booking.entryNumber).toBe('BT-260804-000007');
    expect(entrySeries('bien-hoa', '2026-08-04')).toBe('entry|bien-hoa|2026');
  });
});
