import { PayableItemPublishedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { type ApiAnswer, TestStage } from '@lienthong/testing';
import { collectingBankService } from '../src/collecting-bank.service-definition';
import { PayableItemPublishedHandler } from '../src/payable-items/payable-item-published.handler';

const MESSAGE = '019fc562-94c0-7000-8000-00000000000a';
const example = messageOf(PayableItemPublishedV1).example;

describe('collecting bank', () => {
  let stage: TestStage;

  beforeAll(async () => {
    stage = await TestStage.open(collectingBankService, { at: '2026-08-03T10:00:00+07:00', office: 'head-office' });
  });
  afterAll(() => stage.close());

  async function published(row: number, changes: Partial<PayableItemPublishedV1> = {}): Promise<string> {
    const payableItemId = `0000000000010${String(row).padStart(4, '0')}`;
    await stage.handle(PayableItemPublishedHandler, {
      id: MESSAGE,
      body: { ...example, ...changes, payableItemId },
    });
    return payableItemId;
  }

  async function pay(key: string, ...payableItemIds: readonly string[]): Promise<ApiAnswer> {
    return (await stage.as('payer')).post('/payments', { payableItemIds }, { 'idempotency-key': `payment-${key}` });
  }

  it('M34, M35: a debit tells tax office and treasury office, caused by the item’s publication', async () => {
    const id = await published(1);
    const payer = await stage.as('payer');
    expect((await payer.get('/work-list?step=debit')).body).toMatchObject({ items: [{ key: id }] });
    const paid = await pay('first', id);
    expect(paid).toMatchObject({ status: 201, body: { debitDate: '2026-08-03', totalDong: '16000000' } });
    const { reference } = paid.body;
    expect(reference).toMatch(/^999920260{9}[1-9]01$/);
    expect(await stage.sent('payment-information', reference)).toMatchObject([
      {
        recipients: 'tax/bien-hoa',
        causationId: MESSAGE,
        body: { lines: [{ payableItemId: id, budgetSubItem: '1006' }] },
      },
    ]);
    expect(await stage.sent('credit-advice', reference)).toMatchObject([
      { recipients: 'treasury/bien-hoa', causationId: MESSAGE },
    ]);
    expect((await payer.get(`/payable-items/${id}`)).body).toMatchObject({
      state: 'paid',
      reference,
      amountDong: '16000000',
    });
    expect((await payer.get(`/vouchers/${String(reference)}`)).body).toMatchObject({ totalDong: '16000000' });
    expect((await payer.get('/work-list?step=debit')).body).toEqual({ items: [] });
  });

  it('F17: the same order again gets the same voucher, another order for the item is refused', async () => {
    const id = await published(2);
    const first = await pay('again', id);
    expect((await pay('again', id)).body).toEqual(first.body);
    expect(await pay('other', id)).toMatchObject({ status: 409, body: { code: 'collecting-bank.ITEM_ALREADY_PAID' } });
    expect(await stage.sent('payment-information', first.body['reference'])).toHaveLength(1);
  });

  it('F17: of two orders at the same moment one debits', async () => {
    const id = await published(3);
    const answers = await Promise.all([pay('left', id), pay('right', id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('one voucher holds several items of one payer; who pays for several says so', async () => {
    const mine = [await published(4), await published(5)];
    expect(await pay('both', ...mine)).toMatchObject({ status: 201, body: { totalDong: '32000000' } });
    const mixed = [await published(6), await published(7, { payerNumber: '075088000002' })];
    expect(await pay('mixed', ...mixed)).toMatchObject({ status: 400, body: { code: 'collecting-bank.PAYER_NEEDED' } });
    const body = { payableItemIds: mixed, payer: { number: '075088000002' } };
    expect(
      (await (await stage.as('payer')).post('/payments', body, { 'idempotency-key': 'payment-on-behalf' })).status,
    ).toBe(201);
  });

  it('refuses an item nobody published, and a clerk who is no payer', async () => {
    expect(await pay('unknown', 'nobody')).toMatchObject({
      status: 404,
      body: { code: 'collecting-bank.ITEM_UNKNOWN' },
    });
    const clerk = await stage.as('bank-clerk');
    const answer = await clerk.post('/payments', { payableItemIds: ['x'] }, { 'idempotency-key': 'payment-clerk' });
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.ROLE_NOT_ALLOWED' } });
  });

  it('under the automatic policy each item is paid by itself as it arrives, and only once', async () => {
    await (await stage.as('agency-leader')).put('/policies/debit', { policy: 'automatic-when-clean' });
    const id = await published(8);
    await published(8);
    const item = (await (await stage.as('payer')).get(`/payable-items/${id}`)).body;
    expect(item).toMatchObject({ state: 'paid' });
    expect(await stage.sent('credit-advice', item['reference'])).toHaveLength(1);
  });
});
