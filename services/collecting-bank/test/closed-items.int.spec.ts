import { DebtToldV1, PayableItemClosedV1, PayableItemPublishedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { TestStage } from '@lienthong/testing';
import { collectingBankService } from '../src/collecting-bank.service-definition';
import { DebtToldHandler } from '../src/debts/debt-told.handler';
import { PayableItemClosedHandler } from '../src/payable-items/payable-item-closed.handler';
import { PayableItemPublishedHandler } from '../src/payable-items/payable-item-published.handler';

const published = messageOf(PayableItemPublishedV1).example;
const closing = messageOf(PayableItemClosedV1).example;

describe('what the tax office tells the bank of debts', () => {
  let stage: TestStage;

  beforeAll(async () => {
    stage = await TestStage.open(collectingBankService, { at: '2026-08-03T10:00:00+07:00', office: 'head-office' });
  });
  afterAll(() => stage.close());

  async function close(payableItemId: string): Promise<void> {
    await stage.handle(PayableItemClosedHandler, { body: { ...closing, payableItemId } });
  }

  async function pay(payableItemId: string): Promise<{ status: number; body: Record<string, unknown> }> {
    const key = { 'idempotency-key': `closed-${payableItemId}` };
    return (await stage.as('payer')).post('/payments', { payableItemIds: [payableItemId] }, key);
  }

  it('F6, F7: a closed item is paid no more; one that was paid before stays paid', async () => {
    for (const payableItemId of ['open', 'paid'])
      await stage.handle(PayableItemPublishedHandler, { body: { ...published, payableItemId } });
    expect((await pay('paid')).status).toBe(201);
    for (const payableItemId of ['open', 'paid', 'never-published']) await close(payableItemId);
    expect(await pay('open')).toMatchObject({ status: 409, body: { code: 'collecting-bank.ITEM_CLOSED' } });
    const payer = await stage.as('payer');
    expect((await payer.get('/payable-items/open')).body).toMatchObject({ state: 'closed' });
    expect((await payer.get('/payable-items/paid')).body).toMatchObject({ state: 'paid' });
    expect((await payer.get('/work-list?step=debit')).body).toEqual({ items: [] });
  });

  it('M31: a payer asks by dossier and number, and alone sees the answer of the tax office that was asked', async () => {
    const payer = await stage.as('payer');
    const wish = { dossierCode: 'H19.91.02-260803-0001', payerNumber: '075190000001' };
    const asked = await payer.post('/debt-queries', wish, { 'idempotency-key': 'debt-query-1' });
    expect(asked.status).toBe(201);
    const queryId = String(asked.body['queryId']);
    expect(await stage.sent('debt-asked', queryId)).toMatchObject([
      { recipients: 'tax/long-thanh', body: { ...wish, queryId } },
    ]);
    expect((await payer.get(`/debt-queries/${queryId}`)).body).toEqual({ queryId, state: 'asked', rows: [] });
    const body = { ...messageOf(DebtToldV1).example, queryId };
    await expect(stage.handle(DebtToldHandler, { body, senderOffice: 'bien-hoa' })).rejects.toThrow(
      'collecting-bank.DEBT_QUERY_UNKNOWN',
    );
    await stage.handle(DebtToldHandler, { body, senderOffice: 'long-thanh' });
    await stage.handle(DebtToldHandler, { body: { ...body, rows: [] }, senderOffice: 'long-thanh' });
    expect((await payer.get(`/debt-queries/${queryId}`)).body).toMatchObject({
      state: 'found',
      rows: [{ openDong: '16000000' }],
    });
    expect(await (await stage.as('bank-clerk')).get(`/debt-queries/${queryId}`)).toMatchObject({
      status: 404,
      body: { code: 'collecting-bank.DEBT_QUERY_UNKNOWN' },
    });
    const wrong = await payer.post('/debt-queries', { dossierCode: 'x' }, { 'idempotency-key': 'debt-query-2' });
    expect((wrong.body['faults'] as { path: string }[]).map(({ path }) => path).sort()).toEqual([
      'dossierCode',
      'payerNumber',
    ]);
  });
});
