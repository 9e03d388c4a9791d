import type { PayableItem } from '../payable-items/payable-item.entity';
import { creditAdvice, makeVoucher, payerOf, paymentInformation, referenceOf, statedBy } from './voucher.rules';

const tax: PayableItem = {
  payableItemId: '00000000000100001',
  office: 'head-office',
  messageId: 'm31',
  publishedAt: new Date('2026-08-03T10:00:00+07:00'),
  noticeNumber: 'TB2600017-TK0000001/TB-TCS',
  payerNumber: '075190000001',
  amountDong: '16000000',
  dueDate: '2026-09-03',
  budgetSubItem: '1006',
  budgetChapter: '857',
  taxOfficeCode: '9000017',
  treasuryCode: '9901',
  areaCode: '26041',
  state: 'unpaid',
  paidDong: '0',
};
const fee: PayableItem = {
  ...tax,
  payableItemId: '00000000000100002',
  payerNumber: '075088000002',
  amountDong: '4000000',
  budgetSubItem: '2801',
};
const making = {
  reference: '99992026000000000101',
  payer: { number: tax.payerNumber },
  debitedAt: new Date('2026-08-03T23:59:59+07:00'),
  madeBy: 'payer',
  transferBy: new Date('2026-08-04T10:00:00+07:00'),
  channel: 'electronic' as const,
};

describe('budget payment voucher', () => {
  it('L §2.4.3: its reference has unit, year, growing number and kind of making, twenty characters', () => {
    expect(referenceOf('0101', '2026', 1234, '01')).toBe('01012026000000123401');
    expect(referenceOf('0101', '2026', 1234, '01')).toMatch(/^[0-9A-Z]{4}20[0-9]{2}[0-9]{10}[0-9]{2}$/);
  });

  it('holds the published amounts, and its total is their sum', () => {
    const voucher = makeVoucher(statedBy([tax, fee]), making);
    expect(voucher).toMatchObject({ totalDong: '20000000', taxOfficeCode: '9000017', treasuryCode: '9901' });
    expect(voucher.lines.map((line) => [line.amountDong, line.budgetSubItem])).toEqual([['16000000', '1006'], ['4000000', '2801']]); // prettier-ignore
  });

  it('Luật 38/2019 Đ58: the debit date is the day in Vietnam', () => {
    expect(makeVoucher(statedBy([tax]), making).debitDate).toBe('2026-08-03');
    expect(makeVoucher(statedBy([tax]), { ...making, debitedAt: new Date('2026-08-03T17:00:00Z') }).debitDate).toBe(
      '2026-08-04',
    );
  });

  it('refuses an item twice, and items of two tax or treasury offices', () => {
    expect(() => statedBy([tax, tax])).toThrow('collecting-bank.ITEM_TWICE');
    expect(() => statedBy([tax, { ...fee, taxOfficeCode: '9000025' }])).toThrow('ITEMS_OF_SEVERAL_OFFICES');
    expect(() => statedBy([tax, { ...fee, treasuryCode: '9902' }])).toThrow('ITEMS_OF_SEVERAL_OFFICES');
  });

  it('C1-02/NS, P12: names the one taxpayer of its items, else the person who pays for them', () => {
    expect(payerOf([tax, { ...fee, payerNumber: tax.payerNumber }], undefined)).toEqual({ number: tax.payerNumber });
    expect(() => payerOf([tax, fee], undefined)).toThrow('collecting-bank.PAYER_NEEDED');
    expect(payerOf([tax, fee], { number: fee.payerNumber })).toEqual({ number: fee.payerNumber });
  });

  it('M34, M35: tax hears of the whole voucher, the treasury of the money alone', () => {
    const voucher = makeVoucher(statedBy([tax]), making);
    expect(paymentInformation(voucher)).toMatchObject({ payer: { number: tax.payerNumber }, totalDong: '16000000' });
    expect(JSON.stringify(creditAdvice(voucher, '99999001', making.debitedAt))).not.toContain(tax.payerNumber);
  });
});
