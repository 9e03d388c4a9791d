import { PayableItemPublishedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { pdfText, TestStage, withoutSpaces } from '@lienthong/testing';
import { collectingBankService } from '../src/collecting-bank.service-definition';
import { PayableItemPublishedHandler } from '../src/payable-items/payable-item-published.handler';

const example = messageOf(PayableItemPublishedV1).example;

describe('the budget payment voucher as C1-02/NS (L §2.4.1)', () => {
  let stage: TestStage;
  beforeAll(async () => {
    stage = await TestStage.open(collectingBankService, { at: '2026-08-03T10:00:00+07:00', office: 'head-office' });
  });
  afterAll(() => stage.close());

  it('bears reference, payer, items with their notices and budget lines, and the sum in words', async () => {
    const items = ['00000000000100001', '00000000000100002'];
    for (const payableItemId of items)
      await stage.handle(PayableItemPublishedHandler, {
        id: '019fc562-94c0-7000-8000-00000000000a',
        body: { ...example, payableItemId },
      });
    const payer = await stage.as('payer');
    const key = { 'idempotency-key': 'payment-paper' };
    const { reference } = (await payer.post<{ reference: string }>('/payments', { payableItemIds: items }, key)).body;
    const { status, bytes } = await payer.file(`/vouchers/${reference}/paper`);
    expect(status).toBe(200);
    const text = await pdfText(bytes);
    const said = ['Mẫu số: C1-02/NS', reference, example.payerNumber, ...items, example.noticeNumber, '16.000.000', '32.000.000', 'Ba mươi hai triệu đồng', '1006', '857', example.taxOfficeCode, example.areaCode, 'Phòng giao dịch Kho bạc Nhà nước Biên Hòa', '×Chuyển khoản', '03/08/2026']; // prettier-ignore
    for (const part of said) expect(text).toContain(withoutSpaces(part));
    expect((await stage.service.api.file(`/vouchers/${reference}/paper`)).status).toBe(401);
    expect((await payer.file('/vouchers/99992026000000999901/paper')).status).toBe(404);
    const head = await stage.as('agency-leader');
    expect((await head.get(`/paper-readings?key=${reference}`)).body).toMatchObject({
      items: [{ paper: 'payment-voucher', readBy: 'payer-head-office' }],
    });
  });
});
