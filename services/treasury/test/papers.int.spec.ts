import { pdfText, type TestStage, withoutSpaces } from '@lienthong/testing';
import { CreditAdviceHandler } from '../src/credit-advices/credit-advice.handler';
import { PayableItemPublishedHandler } from '../src/payable-items/payable-item-published.handler';
import { adviceBody, itemBody } from './credit-advice.mother';
import { openTreasury } from './treasury-service.mother';

const ID = '019fc562-94c0-7000-8000-00000000000a';

describe('the treasury’s confirmation as a paper (L §2.5)', () => {
  let stage: TestStage;
  beforeAll(async () => {
    stage = await openTreasury({ REVENUE_COPY_TO_LAND: 'false', PAPER_PLACE: 'Biên Hòa' });
  });
  afterAll(() => stage.close());

  it('bears reference, entry, both days, the lines with notice and area, and the sum in words', async () => {
    const { reference } = adviceBody;
    await stage.handle(PayableItemPublishedHandler, { id: ID, body: itemBody });
    await stage.handle(CreditAdviceHandler, { id: ID, body: adviceBody });
    const clerk = await stage.as('treasury-clerk');
    expect((await clerk.file(`/bookings/${reference}/paper`)).status).toBe(404);
    const booked = await clerk.post<{ entryNumber: string }>('/bookings', { reference }, { 'idempotency-key': 'booking-paper' }); // prettier-ignore
    expect(booked.status).toBe(201);
    const { status, bytes } = await clerk.file(`/bookings/${reference}/paper`);
    expect(status).toBe(200);
    const text = await pdfText(bytes);
    const said = [reference, booked.body.entryNumber, '×Đã hạch toán', itemBody.noticeNumber, itemBody.payableItemId, itemBody.payerNumber, itemBody.areaCode, itemBody.taxOfficeCode, '16.000.000', 'Mười sáu triệu đồng', 'Biên Hòa, ngày 03 tháng 8 năm 2026', 'SHKB 9901']; // prettier-ignore
    for (const part of said) expect(text).toContain(withoutSpaces(part));
    expect((await (await stage.as('monitor')).file(`/bookings/${reference}/paper`)).status).toBe(403);
    const head = await stage.as('agency-leader');
    expect((await head.get(`/paper-readings?key=${reference}`)).body).toMatchObject({
      items: [{ paper: 'revenue-confirmation', readBy: 'treasury-clerk-bien-hoa' }],
    });
  });
});
