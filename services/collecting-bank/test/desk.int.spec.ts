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
});
