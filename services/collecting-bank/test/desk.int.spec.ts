import { PayableItemPublishedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import type { Problem } from '@lienthong/service-host';
import { type ApiClient, TestStage } from '@lienthong/testing';
import { collectingBankService } from '../src/collecting-bank.service-definition';
import { PayableItemPublishedHandler } from '../src/payable-items/payable-item-published.handler';

const body = messageOf(PayableItemPublishedV1).example;
const { payableItemId, noticeNumber, payerNumber, dueDate } = body;
const MESSAGE = '019fc562-94c0-7000-8000-00000000000a';

describe('the desks of the bank', () => {
  let stage: TestStage;
  let payer: ApiClient;
  let clerk: ApiClient;
  beforeAll(async () => {
    stage = await TestStage.open(collectingBankService, { at: '2026-08-03T10:00:00+07:00', office: 'head-office' });
    [payer, clerk] = [await stage.as('payer'), await stage.as('bank-clerk')];
    await stage.handle(PayableItemPublishedHandler, { id: MESSAGE, sender: 'tax', body });
  });
  afterAll(() => stage.close());

  it('show an unpaid item as due on the day that the notice prints', async () => {
    expect((await payer.get('/work-list')).body['items']).toMatchObject([
      { key: payableItemId, step: 'debit', dueAt: `${dueDate}T17:00:00.000+07:00` },
    ]);
  });

  it('let a clerk look a payer up, and nobody who only pays', async () => {
    const wanted = { by: 'person', value: payerNumber };
    expect((await payer.post<Problem>('/search', wanted)).body.code).toBe('desk.PERSONAL_DATA');
    expect((await clerk.post('/search', wanted)).body['items']).toMatchObject([{ key: payableItemId }]);
    expect((await payer.post('/search', { by: 'notice', value: noticeNumber })).body['items']).toMatchObject([
      { key: payableItemId },
    ]);
  });

  it('tell of an item who published and who paid it', async () => {
    const paid = await payer.post('/payments', { payableItemIds: [payableItemId] }, { 'idempotency-key': 'desk-pays' });
    expect(paid.status).toBe(201);
    expect((await clerk.get(`/history/${payableItemId}`)).body['items']).toMatchObject([
      { state: 'unpaid', by: 'tax/head-office', messageId: MESSAGE, rules: ['regime C'] },
      { before: 'unpaid', state: 'paid', by: 'payer-head-office' },
    ]);
    expect((await payer.get('/work-list')).body).toEqual({ items: [] });
  });

  it('show an order without an answer as due within five minutes, for a clerk who names what was looked at (T18)', async () => {
    const order = { orderNumber: 'DESK-0001', payableItemIds: [`${payableItemId.slice(0, -1)}9`] };
    await stage.handle(PayableItemPublishedHandler, { id: MESSAGE, body: { ...body, payableItemId: order.payableItemIds[0] ?? '' } }); // prettier-ignore
    const placed = await payer.post('/payment-orders', order, { 'idempotency-key': 'desk-orders' });
    const { reference, answerBy: dueAt } = placed.body;
    expect((await clerk.get('/work-list?step=answer')).body['items']).toMatchObject([
      { kind: 'payment-order', key: reference, dueAt, late: false, etag: '"1"' },
    ]);
    const answer = (headers: Readonly<Record<string, string>>) =>
      clerk.call<Problem>(`/payment-orders/${String(reference)}/result`, {
        method: 'POST',
        body: { result: 'refused', reason: 'Tài khoản không đủ số dư' },
        headers,
      });
    expect((await answer({})).body.code).toBe('desk.VERSION_MISSING');
    expect((await answer({ 'if-match': '"1"' })).status).toBe(200);
    expect((await clerk.get('/work-list?step=answer')).body).toEqual({ items: [] });
    const found = await clerk.post('/search', { by: 'receipt', value: 'DESK-0001' });
    expect(found.body['items']).toMatchObject([{ kind: 'payment-order', key: reference }]);
    expect((await clerk.get(`/history/${String(reference)}`)).body['items']).toMatchObject([
      { state: 'pending', by: 'payer-head-office' },
      { before: 'pending', state: 'failed', by: 'bank-clerk-head-office', reason: 'Tài khoản không đủ số dư' },
    ]);
  });
});
