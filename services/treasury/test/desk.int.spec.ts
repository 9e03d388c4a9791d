import type { Problem } from '@lienthong/service-host';
import type { ApiClient, TestStage } from '@lienthong/testing';
import { CreditAdviceHandler } from '../src/credit-advices/credit-advice.handler';
import { PayableItemPublishedHandler } from '../src/payable-items/payable-item-published.handler';
import { adviceBody, itemBody } from './credit-advice.mother';
import { openTreasury } from './treasury-service.mother';

const MESSAGE = '019fc562-94c0-7000-8000-00000000000b';
const { reference } = adviceBody;

describe('the desks of the treasury', () => {
  let stage: TestStage;
  let clerk: ApiClient;
  beforeAll(async () => {
    stage = await openTreasury({});
    clerk = await stage.as('treasury-clerk');
    await stage.handle(PayableItemPublishedHandler, { id: '019fc562-94c0-7000-8000-00000000000a', body: itemBody });
    await stage.handle(CreditAdviceHandler, { id: MESSAGE, sender: 'collecting-bank', body: adviceBody });
  });
  afterAll(() => stage.close());

  const book = (headers: Readonly<Record<string, string>>) =>
    clerk.call<Problem>('/bookings', {
      method: 'POST',
      body: { reference, reason: 'Khớp báo có' },
      headers: { 'idempotency-key': `booking-${reference}`, ...headers },
    });

  it('show a credit that can be booked, due on the day it came (T21)', async () => {
    expect((await clerk.get('/work-list?step=book')).body['items']).toMatchObject([
      { kind: 'credit-advice', key: reference, dueAt: '2026-08-03T17:00:00.000+07:00', etag: '"1"' },
    ]);
  });

  it('book what was looked at; the same order again gets the first answer (F13)', async () => {
    expect((await book({})).body.code).toBe('desk.VERSION_MISSING');
    const booked = await book({ 'if-match': '"1"' });
    expect(booked.status).toBe(201);
    expect((await book({ 'if-match': '"1"' })).body).toEqual(booked.body);
  });

  it('tell of a voucher who did what because of which message, and find it by the item it pays', async () => {
    const { items } = (await clerk.get<{ items: object[] }>(`/history/${reference}`)).body;
    expect(items).toMatchObject([
      {
        kind: 'credit-advice',
        state: 'ready',
        by: 'collecting-bank/bien-hoa',
        messageId: MESSAGE,
        rules: ['regime C'],
      },
      { kind: 'booking', by: 'treasury-clerk-bien-hoa', reason: 'Khớp báo có' },
      { kind: 'credit-advice', before: 'ready', state: 'booked', by: 'treasury-clerk-bien-hoa', reason: 'Khớp báo có' },
    ]);
    const found = await clerk.post('/search', { by: 'notice', value: itemBody.payableItemId });
    expect(found.body['items']).toMatchObject([{ key: reference }]);
  });
});
