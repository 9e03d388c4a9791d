import { dongText } from '@lienthong/kernel';
import { UnassignedCreditAdvisedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { UnitOfWork } from '@lienthong/persistence';
import { type ApiAnswer, type TestStage, withClient } from '@lienthong/testing';
import { AwaitedItems } from '../src/credit-advices/awaited-items';
import { UnassignedCreditHandler } from '../src/credit-advices/unassigned-credit.handler';
import { aCase, ADVICE_MESSAGE, TreasuryDesk } from './payment-case.mother';
import { openTreasury } from './treasury-service.mother';

describe('money in suspense at the treasury', () => {
  let stage: TestStage;
  let desk: TreasuryDesk;

  beforeAll(async () => {
    stage = await openTreasury({ REVENUE_COPY_TO_LAND: 'false' });
    desk = new TreasuryDesk(stage);
  });
  afterAll(() => stage.close());

  const advice = (reference: string): Promise<Record<string, unknown>> => desk.look(`/credit-advices/${reference}`);

  async function hoursLeft(reference: string): Promise<number> {
    const sql = `select round(extract(epoch from t.due_at - a.received_at) / 3600)::int as hours
      from timer t join credit_advice a on t.key = 'awaited-items|' || a.reference where a.reference = $1`;
    return withClient(stage.service.database.appUrl, async (client) => {
      return (await client.query<{ hours: number }>(sql, [reference])).rows[0]?.hours ?? 0;
    });
  }

  describe('without an ID (F12)', () => {
    async function unassignedArrives(n: number, changes: Partial<UnassignedCreditAdvisedV1> = {}): Promise<string> {
      const { reference } = aCase(n);
      const body = { ...messageOf(UnassignedCreditAdvisedV1).example, reference, ...changes };
      await stage.handle(UnassignedCreditHandler, { id: ADVICE_MESSAGE, body });
      return reference;
    }
    async function assign(reference: string, body: object): Promise<ApiAnswer> {
      return (await desk.clerk()).post(`/credit-advices/${reference}/assignment`, body);
    }
    const evidence = 'Đơn đề nghị của người nộp ngày 03/08/2026';

    it('F12: is never matched by guess, although one published item agrees in notice, amount and payer', async () => {
      await desk.itemArrives(aCase(1));
      const reference = await unassignedArrives(1);
      expect(await advice(reference)).toMatchObject({ state: 'suspense', reasons: [{ code: 'no-item-named' }] });
      expect(await desk.book(aCase(1))).toMatchObject({ status: 409, body: { code: 'treasury.IN_SUSPENSE' } });
      expect(await stage.sent('payment-investigation-opened', reference)).toEqual([]);
      expect(await desk.look('/work-list?step=clear')).toMatchObject({ items: [{ key: reference }] });
    });

    it('F12: goes to the item that the payer names, who named it, when and by which paper is kept', async () => {
      const { reference, item } = aCase(1);
      const done = await assign(reference, { payableItemIds: [item.payableItemId], evidence });
      expect(done).toMatchObject({ status: 200, body: { state: 'ready' } });
      expect(await advice(reference)).toMatchObject({ choice: { by: 'treasury-clerk-bien-hoa', evidence } });
      expect((await desk.book(aCase(1))).status).toBe(201);
      expect(await stage.sent('revenue-booked', reference)).toMatchObject([
        { body: { lines: [{ payableItemId: item.payableItemId, amountDong: '16000000' }] } },
      ]);
      expect(await assign(reference, { payableItemIds: [item.payableItemId], evidence })).toMatchObject({
        body: { code: 'treasury.NOT_UNASSIGNED' },
      });
    });

    it.each([
      ['that owes less', { amountDong: dongText(15_000_000n) }, {}, 'treasury.CHOICE_DIFFERS'],
      ['of another sub-item', { budgetSubItem: '2801' }, {}, 'treasury.CHOICE_DIFFERS'],
      ['of another payer who is not named', { payerNumber: '075088000002' }, {}, 'treasury.ITEM_OF_ANOTHER_PAYER'],
      ['nobody published', undefined, {}, 'treasury.ITEMS_NOT_PUBLISHED'],
    ])(
      'F11, F12: refuses the choice of an item %s, and the money stays where it is',
      async (what, item, more, code) => {
        const n = 10 + what.length;
        if (item) await desk.itemArrives(aCase(n), item);
        const reference = await unassignedArrives(n);
        const answer = await assign(reference, { payableItemIds: [aCase(n).item.payableItemId], evidence, ...more });
        expect(answer.body).toMatchObject({ code });
        expect(await advice(reference)).toMatchObject({ state: 'suspense' });
      },
    );

    it('P12: lets a payer choose another taxpayer’s item who says so', async () => {
      const one = aCase(40);
      await desk.itemArrives(one, { payerNumber: '075088000002' });
      const reference = await unassignedArrives(40);
      const wish = { payableItemIds: [one.item.payableItemId], evidence, onBehalf: true };
      expect(await assign(reference, wish)).toMatchObject({ status: 200 });
    });
  });

  it('F14: parks money that comes before its notice, raises one alarm in time, and books it when the notice comes', async () => {
    const one = aCase(50);
    await desk.adviceArrives(one);
    expect(await advice(one.reference)).toMatchObject({ state: 'awaiting-items' });
    expect(await hoursLeft(one.reference)).toBe(24);
    const { app } = stage.service.running;
    const wake = (): Promise<void> =>
      app
        .get(UnitOfWork, { strict: false })
        .perform(() => app.get(AwaitedItems, { strict: false }).wake(one.reference));
    await wake();
    await wake();
    expect(await advice(one.reference)).toMatchObject({
      state: 'suspense',
      reasons: [{ code: 'items-not-published' }],
    });
    expect(await desk.look('/tasks?kind=alarm')).toMatchObject({ items: [{ dossierCode: one.reference }] });
    await desk.itemArrives(one);
    expect(await advice(one.reference)).toMatchObject({ state: 'ready', reasons: [] });
    expect((await desk.book(one)).status).toBe(201);
  });

  describe('that is investigated (M46)', () => {
    const at = { lineNumber: 1, budgetSubItem: '1006', budgetChapter: '857' };

    async function investigationOf(reference: string): Promise<{ id: string; body: Record<string, unknown> }> {
      const { investigationId } = await advice(reference);
      const id = String(investigationId);
      return { id, body: await desk.look(`/payment-investigations/${id}`) };
    }
    async function answer(id: string, body: object): Promise<ApiAnswer> {
      return (await desk.clerk()).post(`/payment-investigations/${id}/answer`, body);
    }

    it('F11, T25: a wrong sub-item opens one investigation with the dates of C1-07, and is booked nowhere', async () => {
      const one = aCase(60);
      const { payableItemId } = one.item;
      await desk.itemArrives(one);
      await desk.adviceArrives(one, {
        lines: [{ ...one.advice.lines[0]!, budgetSubItem: '2801', budgetChapter: '857' }],
      });
      const faults = [{ fault: 'sub-item-differs', payableItemId }];
      const [message] = await stage.sent('payment-investigation-opened', one.reference);
      expect(message).toMatchObject({ recipients: 'tax/bien-hoa', body: { faults, openedOn: '2026-08-03', requestBy: '2026-08-05', answerBy: '2026-08-10' } }); // prettier-ignore
      expect(JSON.stringify(message?.body)).not.toMatch(/16000000|VND|total/);
      expect(await desk.book(one)).toMatchObject({ body: { code: 'treasury.IN_SUSPENSE' } });
    });

    it('F11: the tax office says what it should have been, the clerk corrects it, amount and total stay', async () => {
      const one = aCase(60);
      const { id } = await investigationOf(one.reference);
      expect(await answer(id, { outcome: 'done' })).toMatchObject({
        body: { code: 'treasury.INVESTIGATION_NOT_ASKED' },
      });
      const lines = [{ ...at, payableItemId: one.item.payableItemId }];
      await desk.correctionArrives({ investigationId: id, reference: one.reference, lines });
      expect(await answer(id, { outcome: 'done' })).toMatchObject({ status: 200, body: { state: 'answered' } });
      expect(await advice(one.reference)).toMatchObject({ state: 'ready', totalDong: '16000000', lines: [{ amountDong: '16000000' }] }); // prettier-ignore
      expect(await stage.sent('payment-investigation-answered', one.reference)).toMatchObject([
        { recipients: 'tax/bien-hoa', body: { investigationId: id, outcome: 'done' } },
      ]);
      expect((await desk.book(one)).status).toBe(201);
      expect(await answer(id, { outcome: 'done' })).toMatchObject({
        body: { code: 'treasury.INVESTIGATION_ANSWERED' },
      });
    });

    it('F11: a total that differs is not healed by words: it stays in suspense', async () => {
      const one = aCase(61);
      await desk.itemArrives(one);
      const amountDong = dongText(15_000_000n);
      await desk.adviceArrives(one, { totalDong: amountDong });
      const { id } = await investigationOf(one.reference);
      const lines = [{ ...at, payableItemId: one.item.payableItemId }];
      await desk.correctionArrives({ investigationId: id, reference: one.reference, lines });
      await answer(id, { outcome: 'done' });
      expect(await advice(one.reference)).toMatchObject({ state: 'suspense', totalDong: '15000000', reasons: [{ code: 'total-differs' }] }); // prettier-ignore
    });

    it('F11: an item of another treasury opens an investigation too, and is healed by the item that was meant', async () => {
      const [one, meant] = [aCase(65), aCase(66)];
      await desk.itemArrives(one, { treasuryCode: '9902' });
      await desk.itemArrives(meant);
      await desk.adviceArrives(one);
      const { id, body } = await investigationOf(one.reference);
      expect(body).toMatchObject({ faults: [{ fault: 'another-treasury', payableItemId: one.item.payableItemId }] });
      const lines = [{ ...at, payableItemId: meant.item.payableItemId }];
      await desk.correctionArrives({ investigationId: id, reference: one.reference, lines });
      await answer(id, { outcome: 'done' });
      expect(await advice(one.reference)).toMatchObject({ state: 'ready', totalDong: '16000000' });
      expect((await desk.book(one)).status).toBe(201);
    });

    it('F15: contradicting confirmations freeze the row and open an investigation; the last one never wins', async () => {
      const one = aCase(62);
      await desk.itemArrives(one);
      await desk.adviceArrives(one);
      await desk.adviceArrives(one, { debitDate: '2026-08-02' });
      expect(await advice(one.reference)).toMatchObject({ state: 'suspense', debitDate: '2026-08-03' });
      const { id, body } = await investigationOf(one.reference);
      expect(body).toMatchObject({ faults: [{ fault: 'contradicting-advice' }], state: 'open' });
      expect(await desk.book(one)).toMatchObject({ status: 409 });
      await desk.correctionArrives({ investigationId: id, reference: one.reference, finding: 'right', lines: [{ ...at, payableItemId: one.item.payableItemId }] }); // prettier-ignore
      await answer(id, { outcome: 'done' });
      expect(await desk.book(one)).toMatchObject({ status: 201 });
      expect(await stage.sent('revenue-booked', one.reference)).toMatchObject([{ body: { debitDate: '2026-08-03' } }]);
    });

    it('F15: what contradicts a booked reference is investigated as well, and the booking stands', async () => {
      const one = await desk.booked(aCase(63));
      await desk.adviceArrives(one, { debitDate: '2026-08-01' });
      expect((await investigationOf(one.reference)).body).toMatchObject({
        faults: [{ fault: 'contradicting-advice' }],
      });
      expect(await desk.look(`/bookings/${one.reference}`)).toMatchObject({
        debitDate: '2026-08-03',
        isReversed: false,
      });
    });

    it('F13, F28: the same C1-07 again changes nothing, other words under it are refused', async () => {
      const one = aCase(64);
      await desk.itemArrives(one);
      await desk.adviceArrives(one, { taxOfficeCode: '9000025' });
      const { id, body } = await investigationOf(one.reference);
      expect(body).toMatchObject({ faults: [{ fault: 'another-tax-office' }] });
      const request = {
        investigationId: id,
        reference: one.reference,
        lines: [{ ...at, payableItemId: one.item.payableItemId }],
      };
      await desk.correctionArrives(request);
      await desk.correctionArrives(request);
      await expect(desk.correctionArrives({ ...request, explanation: 'Nội dung khác' })).rejects.toThrow(
        'CORRECTION_CHANGED',
      );
      expect(await answer(id, { outcome: 'refused' })).toMatchObject({ body: { code: 'treasury.REASON_MISSING' } });
      const reason = 'Chứng từ gốc ghi đúng cơ quan thuế.';
      expect(await answer(id, { outcome: 'refused', reason })).toMatchObject({
        body: { answer: { outcome: 'refused', reason } },
      });
      expect(await advice(one.reference)).toMatchObject({ state: 'suspense' });
    });
  });

  it('books and finds what a payer with a tax code only has paid (R7, L §2.6.2)', async () => {
    const one = aCase(80);
    await desk.itemArrives(one, { payerNumber: '3600000014' });
    await desk.adviceArrives(one);
    expect((await desk.book(one)).status).toBe(201);
    expect(await desk.look('/payments?by=payer&value=3600000014')).toMatchObject({
      items: [{ reference: one.reference, state: 'booked' }],
    });
  });

  it('finds a payment by its reference, by ID khoản phải nộp and by payer, of the own office only', async () => {
    const one = await desk.booked(aCase(70));
    const [byReference, byItem] = await Promise.all([
      desk.look(`/payments?by=reference&value=${one.reference}`),
      desk.look(`/payments?by=payable-item&value=${one.item.payableItemId}`),
    ]);
    expect(byReference).toMatchObject({
      items: [{ reference: one.reference, state: 'booked', totalDong: '16000000' }],
    });
    expect(byItem).toEqual(byReference);
    const byPayer = await desk.look<{ items: { reference: string }[] }>(
      `/payments?by=payer&value=${one.item.payerNumber}`,
    );
    expect(byPayer.items.map(({ reference }) => reference)).toContain(one.reference);
    const stranger = await stage.as('treasury-clerk', 'long-thanh');
    expect((await stranger.get(`/payments?by=reference&value=${one.reference}`)).body).toEqual({ items: [] });
  });
});
