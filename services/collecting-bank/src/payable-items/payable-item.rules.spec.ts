import { dongText } from '@lienthong/kernel';
import { PayableItemPublishedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { close, orderBy, payBy, publish, takeBack } from './payable-item.rules';

const body = messageOf(PayableItemPublishedV1).example;
const publication = { messageId: 'm31', office: 'head-office', publishedAt: new Date('2026-08-03T10:00:00+07:00') };
const item = publish(undefined, body, publication);

describe('a payable item at the bank', () => {
  it('M31: is kept unpaid, and the same publication again changes nothing', () => {
    expect(item).toMatchObject({ state: 'unpaid', amountDong: body.amountDong, messageId: 'm31' });
    expect(publish(item, body, { ...publication, messageId: 'again' })).toBe(item);
  });

  it('F28: refuses another amount under the same id', () => {
    expect(() => publish(item, { ...body, amountDong: dongText(1n) }, publication)).toThrow(
      'collecting-bank.ITEM_CHANGED',
    );
  });

  it('F17: is debited once, and says by which voucher', () => {
    const paid = payBy(item, '99992026000000000101');
    expect(paid).toMatchObject({ state: 'paid', reference: '99992026000000000101' });
    expect(() => payBy(paid, '99992026000000000201')).toThrow('has been paid by voucher 99992026000000000101');
  });

  it('F7: a closed item is ordered no more; what was being debited meanwhile stays a fact', () => {
    const reference = '99992026000000000101';
    expect(() => orderBy(close(item, '2026-08-04'), reference)).toThrow('collecting-bank.ITEM_CLOSED');
    const paid = payBy(close(orderBy(item, reference), '2026-08-04'), reference);
    expect(paid).toMatchObject({ state: 'paid', reference });
  });

  it('F7, F16: money of a closed item that is taken back leaves it closed', () => {
    const closed = close(payBy(item, '99992026000000000101'), '2026-08-04');
    expect(closed).toMatchObject({ state: 'paid' });
    expect(takeBack(closed, BigInt(body.amountDong))).toMatchObject({ state: 'closed', paidDong: '0' });
  });
});
