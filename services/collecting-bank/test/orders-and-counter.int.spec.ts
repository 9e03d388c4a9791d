import {
  DayReconciledV1,
  PayableItemPublishedV1,
  RevenueBookingAdjustedV1,
  type VouchersOfDayToldV1,
} from '@lienthong/contracts';
import { dongText, instantText } from '@lienthong/kernel';
import { messageOf } from '@lienthong/envelope';
import { UnitOfWork } from '@lienthong/persistence';
import { type ApiAnswer, eventually, TestStage, withClient } from '@lienthong/testing';
import type { Client } from 'pg';
import { collectingBankService } from '../src/collecting-bank.service-definition';
import { LateAnswer } from '../src/orders/late-answer';
import { PayableItemPublishedHandler } from '../src/payable-items/payable-item-published.handler';
import { BookingAdjustedHandler } from '../src/payments/booking-adjusted.handler';
import { DayReconciledHandler } from '../src/reconciliations/day-reconciled.handler';
import { TransferMoney } from '../src/transfers/transfer-money';

const MESSAGE = '019fc562-94c0-7000-8000-00000000000a';
const DAY = '2026-08-03';
const example = messageOf(PayableItemPublishedV1).example;

describe('orders, counter and transfers of the collecting bank', () => {
  let stage: TestStage;

  beforeAll(async () => {
    const variables = { TIMER_POLL_MS: '50' };
    stage = await TestStage.open(collectingBankService, {
      at: `${DAY}T10:00:00+07:00`,
      office: 'head-office',
      variables,
    });
  });
  afterAll(() => stage.close());

  async function published(row: number): Promise<string> {
    const payableItemId = `0000000000020${String(row).padStart(4, '0')}`;
    await stage.handle(PayableItemPublishedHandler, { id: MESSAGE, body: { ...example, payableItemId } });
    return payableItemId;
  }
  async function post(role: string, path: string, body: object, key?: string): Promise<ApiAnswer> {
    return (await stage.as(role)).post(path, body, key ? { 'idempotency-key': `key-of-${key}` } : {});
  }
  const order = (orderNumber: string, payableItemIds: readonly string[], key = orderNumber): Promise<ApiAnswer> =>
    post('payer', '/payment-orders', { orderNumber, payableItemIds }, key);
  const result = (reference: unknown, body: object): Promise<ApiAnswer> =>
    post('bank-clerk', `/payment-orders/${String(reference)}/result`, body);
  const look = async (role: string, path: string): Promise<Record<string, unknown>> =>
    (await (await stage.as(role)).get(path)).body;
  const perform = (work: () => Promise<void>): Promise<void> =>
    stage.service.running.app.get(UnitOfWork, { strict: false }).perform(work);

  describe('an order to pay (M32)', () => {
    it('T18: has its reference at once and an answer within five minutes; nothing is debited before the account system’s word', async () => {
      const id = await published(1);
      const { status, body } = await order('ORDER-0001', [id]);
      expect({ status, ...body }).toMatchObject({
        status: 201,
        state: 'pending',
        reference: expect.stringMatching(/01$/) as string,
      });
      const [asked, due] = [Date.parse(`${DAY}T10:00:00+07:00`), Date.parse(String(body['answerBy']))];
      expect(due - asked).toBeGreaterThanOrEqual(5 * 60_000);
      expect(due - asked).toBeLessThan(6 * 60_000);
      expect(await stage.sent('payment-information', body['reference'])).toEqual([]);
      expect(await look('payer', `/payable-items/${id}`)).toMatchObject({
        state: 'unpaid',
        orderedBy: body['reference'],
      });
    });

    it('F17: after a lost answer the same order is asked for, says pending, and is never a second debit under a new reference', async () => {
      const first = await look('payer', '/payment-orders/ORDER-0001');
      expect(first).toMatchObject({ state: 'pending' });
      const id = '00000000000200001';
      expect((await order('ORDER-0001', [id], 'sent-again')).body).toMatchObject({ reference: first['reference'] });
      for (const [path, body] of [
        ['/payment-orders', { orderNumber: 'ORDER-0002', payableItemIds: [id] }],
        ['/payments', { payableItemIds: [id] }],
      ] as const) {
        expect(await post('payer', path, body, `another${path.length}`)).toMatchObject({
          status: 409,
          body: { code: 'collecting-bank.ITEM_ORDERED' },
        });
      }
      expect(await order('ORDER-0001', [id, 'x'], 'changed')).toMatchObject({
        body: { code: 'collecting-bank.ORDER_CHANGED' },
      });
    });

    it('F17: the alarm of T18 leaves the order pending; the word that comes late is taken, once', async () => {
      const { reference } = await look('payer', '/payment-orders/ORDER-0001');
      const late = stage.service.running.app.get(LateAnswer, { strict: false });
      await perform(() => late.wake(String(reference)));
      expect(await look('bank-clerk', '/tasks?kind=alarm')).toMatchObject({ items: [{ dossierCode: reference }] });
      expect(await look('payer', '/payment-orders/ORDER-0001')).toMatchObject({ state: 'pending' });
      expect(await result(reference, { result: 'debited' })).toMatchObject({ status: 200, body: { state: 'done' } });
      expect(await result(reference, { result: 'debited' })).toMatchObject({
        body: { code: 'collecting-bank.ORDER_ANSWERED' },
      });
      expect(await stage.sent('payment-information', reference)).toHaveLength(1);
      expect(await stage.sent('credit-advice', reference)).toHaveLength(1);
      expect(await look('payer', '/payment-orders/ORDER-0001')).toMatchObject({ state: 'done', reference });
    });

    it('a refused order says why and frees its items for another one', async () => {
      const id = await published(2);
      const { reference } = (await order('ORDER-0003', [id])).body;
      expect(await result(reference, { result: 'refused' })).toMatchObject({
        body: { code: 'collecting-bank.REASON_MISSING' },
      });
      await result(reference, { result: 'refused', reason: 'Tài khoản không đủ số dư' });
      expect(await look('payer', '/payment-orders/ORDER-0003')).toMatchObject({
        state: 'failed',
        reason: 'Tài khoản không đủ số dư',
      });
      expect(await stage.sent('payment-information', reference)).toEqual([]);
      expect((await post('payer', '/payments', { payableItemIds: [id] }, 'after-failure')).status).toBe(201);
      expect(await look('payer', '/payment-orders/NO-SUCH-ORDER')).toMatchObject({
        code: 'collecting-bank.ORDER_UNKNOWN',
      });
    });
  });

  it('debits a payer who has a tax code or a passport only, and asks the tax office by it (R7, L §2.6.2, M31)', async () => {
    const payableItemId = '00000000000209999';
    const published = { ...example, payableItemId, payerNumber: 'X 1234567' };
    await stage.handle(PayableItemPublishedHandler, { id: MESSAGE, body: published });
    const paid = await post('payer', '/payments', { payableItemIds: [payableItemId] }, 'by-passport');
    expect(await stage.sent('payment-information', paid.body['reference'])).toMatchObject([
      { body: { payer: { number: 'X 1234567' }, totalDong: '16000000' } },
    ]);
    const asking = { dossierCode: 'H19.91.01-260803-0001', payerNumber: '3600000014' };
    const asked = await post('payer', '/debt-queries', asking, 'by-tax-code');
    expect(await stage.sent('debt-asked', asked.body['queryId'])).toMatchObject([{ body: asking }]);
  });

  describe('a voucher keyed in by a clerk (C1-02/NS)', () => {
    const line = { amountDong: '16000000', budgetSubItem: '1006', budgetChapter: '857' };
    const offices = { taxOfficeCode: '9000017', treasuryCode: '9901' };
    const payer = { number: example.payerNumber };
    const atCounter = (key: string, body: object): Promise<ApiAnswer> =>
      post('bank-clerk', '/counter-payments', { channel: 'paper', payer, ...offices, ...body }, key);

    it.each(['paper', 'cash'])(
      '%s: is told to tax and treasury as it says, with a reference of the counter',
      async (channel) => {
        const id = await published(channel === 'paper' ? 10 : 11);
        const { status, body } = await atCounter(channel, {
          channel,
          documentNumber: 'GNT 000123',
          lines: [{ ...line, payableItemId: id }],
        });
        expect({ status, ...body }).toMatchObject({
          status: 201,
          debitDate: DAY,
          totalDong: '16000000',
          reference: expect.stringMatching(/02$/) as string,
        });
        expect(await look('bank-clerk', `/vouchers/${String(body['reference'])}`)).toMatchObject({ channel });
        expect(await stage.sent('credit-advice', body['reference'])).toMatchObject([
          {
            body: {
              taxOfficeCode: '9000017',
              lines: [{ payableItemId: id, budgetSubItem: '1006', budgetChapter: '857' }],
            },
          },
        ]);
        expect(await look('payer', `/payable-items/${id}`)).toMatchObject({ state: 'paid' });
      },
    );

    it('F9, F10: pays what the paper says: less leaves the item payable with its remainder, which an order then pays', async () => {
      const id = await published(12);
      await atCounter('part', { lines: [{ ...line, amountDong: '10000000', payableItemId: id }] });
      expect(await look('payer', `/payable-items/${id}`)).toMatchObject({ state: 'unpaid', paidDong: '10000000' });
      const rest = await post('payer', '/payments', { payableItemIds: [id] }, 'remainder');
      expect(rest).toMatchObject({ status: 201, body: { totalDong: '6000000' } });
      expect(await atCounter('too-late', { lines: [{ ...line, payableItemId: id }] })).toMatchObject({
        body: { code: 'collecting-bank.ITEM_ALREADY_PAID' },
      });
    });

    it('F12: a voucher without ID goes to the treasury with its payer, and to no tax office: nothing is guessed', async () => {
      await published(13);
      const { body } = await atCounter('no-id', { lines: [{ ...line, noticeNumber: example.noticeNumber }] });
      expect(await stage.sent('unassigned-credit-advised', body['reference'])).toMatchObject([
        {
          recipients: 'treasury/bien-hoa',
          body: { payer, lines: [{ amountDong: '16000000', noticeNumber: example.noticeNumber }] },
        },
      ]);
      expect(await stage.sent('payment-information', body['reference'])).toEqual([]);
      expect(await look('payer', '/payable-items/00000000000200013')).toMatchObject({ state: 'unpaid' });
    });

    it.each([
      ['IDs on some lines only', [{ ...line, payableItemId: 'x' }, line], 'collecting-bank.LINES_MIXED'],
      ['an amount of nothing', [{ ...line, amountDong: '0' }], 'collecting-bank.AMOUNT_ZERO'],
      ['an amount that is no whole number of đồng', [{ ...line, amountDong: '16.5' }], 'http.INPUT_INVALID'],
    ])('refuses %s', async (what, lines, code) => {
      const answer = await atCounter(`bad-${what.length}`, { lines });
      expect(answer.status).toBe(400);
      if (code.startsWith('collecting')) expect(answer.body).toMatchObject({ code });
    });

    it('refuses a code that no office has, and a payer who keys in a voucher himself', async () => {
      expect(await atCounter('bad-office', { lines: [line], treasuryCode: '0000' })).toMatchObject({
        body: { code: 'collecting-bank.OFFICE_NOT_FOUND' },
      });
      expect(await post('payer', '/counter-payments', {}, 'by-payer')).toMatchObject({ status: 403 });
    });

    it('finds vouchers by reference, by ID khoản phải nộp and by payer', async () => {
      const { items } = (await look('bank-clerk', '/vouchers?by=payable-item&value=00000000000200012')) as {
        items: { reference: string }[];
      };
      expect(items).toHaveLength(2);
      expect(await look('bank-clerk', `/vouchers?by=reference&value=${items[0]?.reference ?? ''}`)).toMatchObject({
        items: [items[0]],
      });
      const byPayer = (await look('bank-clerk', `/vouchers?by=payer&value=${payer.number}`)) as { items: unknown[] };
      expect(byPayer.items.length).toBeGreaterThan(2);
    });
  });

  it('M33, T19: money that a clerk sends is advised when it moves, and somebody is told when it is late', async () => {
    await (await stage.as('agency-leader')).put('/policies/transfer', { policy: 'manual' });
    const { reference } = (
      await post('payer', '/payments', { payableItemIds: [await published(20)] }, 'manual-transfer')
    ).body;
    expect(await stage.sent('payment-information', reference)).toHaveLength(1);
    expect(await stage.sent('credit-advice', reference)).toEqual([]);
    expect(await look('bank-clerk', '/transfers')).toMatchObject({
      items: [{ reference, transferBy: expect.stringContaining(DAY) as string }],
    });
    const transfers = stage.service.running.app.get(TransferMoney, { strict: false });
    await perform(() => transfers.late(String(reference)));
    expect(await look('bank-clerk', '/tasks?kind=late')).toMatchObject({ items: [{ dossierCode: reference }] });
    expect(await post('bank-clerk', `/transfers/${String(reference)}`, {})).toMatchObject({
      status: 200,
      body: { isLate: false },
    });
    expect(await stage.sent('credit-advice', reference)).toHaveLength(1);
    expect(await post('bank-clerk', `/transfers/${String(reference)}`, {})).toMatchObject({
      body: { code: 'collecting-bank.ALREADY_TRANSFERRED' },
    });
    await (await stage.as('agency-leader')).put('/policies/transfer', { policy: 'automatic-when-clean' });
  });

  it('F16: what the treasury has taken back may be paid again; the bank debits and pays out nothing by itself', async () => {
    const id = await published(30);
    const { reference } = (await post('payer', '/payments', { payableItemIds: [id] }, 'before-reversal')).body;
    const body = messageOf(RevenueBookingAdjustedV1).example;
    const linesBefore = [{ ...body.linesBefore[0]!, payableItemId: id }];
    await stage.handle(BookingAdjustedHandler, { body: { ...body, reference: String(reference), linesBefore } });
    expect(await look('payer', `/payable-items/${id}`)).toMatchObject({ state: 'unpaid', paidDong: '0' });
    expect(await look('bank-clerk', `/vouchers/${String(reference)}`)).toMatchObject({
      reversedOn: DAY,
      totalDong: '16000000',
    });
    expect(await post('payer', '/payments', { payableItemIds: [id] }, 'after-reversal')).toMatchObject({ status: 201 });
  });

  it('M47: tells the treasury every voucher of the day once, with count and sum, and keeps the answer of the last run', async () => {
    const told = await post('bank-clerk', '/reconciliations', { date: DAY, treasuryCode: '9901' }, 'reconciliation');
    expect(told).toMatchObject({ status: 201, body: { run: 1 } });
    const [message] = await stage.sent('vouchers-of-day-told', 'collecting-bank');
    const { amounts, count, totalDong } = message?.body as unknown as VouchersOfDayToldV1;
    expect(new Set(amounts.map(({ reference }) => reference)).size).toBe(count);
    expect(dongText(amounts.reduce((sum, { amountDong }) => sum + BigInt(amountDong), 0n))).toBe(totalDong);
    const answer = messageOf(DayReconciledV1).example;
    await stage.handle(DayReconciledHandler, { body: { ...answer, run: 2, matched: true } });
    await stage.handle(DayReconciledHandler, { body: { ...answer, run: 1 } });
    expect(await look('bank-clerk', `/reconciliations/${DAY}`)).toMatchObject({ items: [{ run: 2, matched: true }] });
    expect(await look('bank-clerk', '/reconciliations/2026-02-30')).toMatchObject({
      status: 400,
      code: 'collecting-bank.DATE_INVALID',
    });
  });

  it('M47, T19: tells every day by itself, once the money of the day has to be with the treasury', async () => {
    const ofDay = async () => {
      const lists = await stage.sent('vouchers-of-day-told', 'collecting-bank');
      return lists.map(({ body }) => body as unknown as VouchersOfDayToldV1).filter(({ date }) => date === DAY);
    };
    const asked = (await ofDay()).length;
    stage.jumpTo('2026-08-04T09:00:00+07:00');
    const putOff = async (): Promise<boolean> => (await dueAt(`tell-day|${DAY}`)) === '2026-08-04T10:30:00.000+07:00';
    await eventually(putOff, { describe: 'the list of the day to wait until 10:30' });
    expect(await ofDay()).toHaveLength(asked);
    stage.jumpTo('2026-08-05T11:00:00+07:00');
    await eventually(async () => (await dueAt('tell-day|2026-08-05')) !== undefined, { describe: 'the next day' });
    const [told, ...more] = (await ofDay()).slice(asked);
    expect(more).toEqual([]);
    expect(told).toMatchObject({ run: asked + 1, treasuryCode: '9901', count: told?.amounts.length });
    expect(await dueAt(`tell-day|${DAY}`)).toBeUndefined();
  });

  async function dueAt(key: string): Promise<string | undefined> {
    const sql = 'select due_at as due from timer where key = $1';
    const read = async (client: Client): Promise<Date | null | undefined> =>
      (await client.query<{ due: Date | null }>(sql, [key])).rows[0]?.due;
    const due = await withClient(stage.service.database.appUrl, read);
    return due ? instantText(due) : undefined;
  }
});
