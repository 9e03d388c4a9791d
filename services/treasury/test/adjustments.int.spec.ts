import { dongText } from '@lienthong/kernel';
import type { TestStage } from '@lienthong/testing';
import { aCase, type PaymentCase, TreasuryDesk } from './payment-case.mother';
import { openTreasury } from './treasury-service.mother';

const reason = 'Ngân hàng báo có nhầm, đã có công văn.';

describe('reversal and correction of a booking', () => {
  let stage: TestStage;
  let desk: TreasuryDesk;

  beforeAll(async () => {
    stage = await openTreasury({ REVENUE_COPY_TO_LAND: 'false' });
    desk = new TreasuryDesk(stage);
  });
  afterAll(() => stage.close());

  const adjusted = (one: PaymentCase): ReturnType<TestStage['sent']> =>
    stage.sent('revenue-booking-adjusted', one.reference);
  const ledger = (date = '2026-08-03'): Promise<{ items: Record<string, unknown>[] }> =>
    desk.look(`/days/${date}/entries`);

  it('F16: takes two persons: nothing is sent or booked by the first, and he never confirms his own', async () => {
    const one = await desk.booked(aCase(1));
    const { status, body } = await desk.propose(one, { kind: 'reversed', reason });
    expect({ status, state: body['state'] }).toEqual({ status: 201, state: 'proposed' });
    const path = `/adjustments/${String(body['id'])}/confirmation`;
    expect(await (await desk.clerk()).post(path)).toMatchObject({ status: 403, body: { code: 'access.SAME_PERSON' } });
    expect(await adjusted(one)).toEqual([]);
    expect(await desk.look(`/bookings/${one.reference}`)).toMatchObject({ isReversed: false });
    expect(await (await desk.second()).post(path)).toMatchObject({ status: 200, body: { state: 'confirmed' } });
    expect(await (await desk.second()).post(path)).toMatchObject({ body: { code: 'treasury.ADJUSTMENT_DECIDED' } });
  });

  it('F16: a reversal is a new fact that names the booking: tax and bank hear of it, the books hold both, the money is in suspense', async () => {
    const one = aCase(1);
    const booking = await desk.look(`/bookings/${one.reference}`);
    const line = { payableItemId: one.item.payableItemId, amountDong: '16000000' };
    const [message, ...more] = await adjusted(one);
    expect(more).toEqual([]);
    expect(message).toMatchObject({
      recipients: 'collecting-bank/head-office,tax/bien-hoa',
      body: {
        adjustment: 'reversed',
        adjusts: booking['confirmationId'],
        entryNumber: 'BT-260803-000002',
        linesBefore: [line],
        reason,
      },
    });
    expect(message?.body).not.toHaveProperty('lines');
    const { items } = await ledger();
    expect(items.filter(({ reference }) => reference === one.reference)).toMatchObject([
      { kind: 'booking', amountDong: '16000000' },
      { kind: 'reversal', amountDong: '-16000000' },
    ]);
    expect(booking).toMatchObject({ totalDong: '16000000', isReversed: true, entryNumber: 'BT-260803-000001' });
    expect(await desk.look(`/credit-advices/${one.reference}`)).toMatchObject({ state: 'suspense', reasons: [{ code: 'booking-reversed' }] }); // prettier-ignore
  });

  it('F16: the item of a reversed booking may be paid by another voucher', async () => {
    const again = { ...aCase(2), item: aCase(1).item };
    const advice = {
      ...again.advice,
      lines: [{ payableItemId: again.item.payableItemId, amountDong: dongText(16_000_000n) }],
    };
    await desk.adviceArrives({ ...again, advice });
    expect(await desk.book(again)).toMatchObject({ status: 201, body: { alreadyDone: false } });
  });

  it('F11: a correction changes the words of a line, never an amount or the total', async () => {
    const one = await desk.booked(aCase(3));
    const right = aCase(4);
    await desk.itemArrives(right, { payerNumber: '075088000002', budgetSubItem: '2801' });
    const lines = [
      { lineNumber: 1, payableItemId: right.item.payableItemId, budgetSubItem: '2801', budgetChapter: '857' },
    ];
    const { body } = await desk.propose(one, { kind: 'corrected', reason, lines });
    await (await desk.second()).post(`/adjustments/${String(body['id'])}/confirmation`);
    const [message] = await adjusted(one);
    expect(message?.body).toMatchObject({
      adjustment: 'corrected',
      totalDong: '16000000',
      linesBefore: [{ payableItemId: one.item.payableItemId, budgetSubItem: '1006', amountDong: '16000000' }],
      lines: [{ payableItemId: right.item.payableItemId, budgetSubItem: '2801', amountDong: '16000000' }],
    });
    const { items } = await ledger();
    const own = items.filter(({ reference }) => reference === one.reference);
    expect(own.map(({ kind, budgetSubItem, amountDong }) => [kind, budgetSubItem, amountDong])).toEqual([
      ['booking', '1006', '16000000'],
      ['correction', '1006', '-16000000'],
      ['correction', '2801', '16000000'],
    ]);
  });

  it('F11: refuses a correction to an item nobody published', async () => {
    const one = await desk.booked(aCase(6));
    const other = aCase(16);
    const lines = [
      { lineNumber: 1, payableItemId: other.item.payableItemId, budgetSubItem: '1006', budgetChapter: '857' },
    ];
    const { body } = await desk.propose(one, { kind: 'corrected', reason, lines });
    const answer = await (await desk.second()).post(`/adjustments/${String(body['id'])}/confirmation`);
    expect(answer.body['code']).toBe('treasury.ITEMS_NOT_PUBLISHED');
    expect(await adjusted(one)).toEqual([]);
  });

  it('refuses a second proposal beside an open one, a correction without lines, and an amount among the words', async () => {
    const one = await desk.booked(aCase(7));
    expect(await desk.propose(one, { kind: 'corrected', reason })).toMatchObject({
      body: { code: 'treasury.ADJUSTMENT_INCOMPLETE' },
    });
    const line = { lineNumber: 1, payableItemId: one.item.payableItemId, budgetSubItem: '1006', budgetChapter: '857' };
    const withAmount = { kind: 'corrected', reason, lines: [{ ...line, amountDong: '1' }] };
    expect(await desk.propose(one, withAmount)).toMatchObject({ status: 400 });
    const { body } = await desk.propose(one, { kind: 'reversed', reason });
    expect(await desk.propose(one, { kind: 'reversed', reason: `${reason} Lần hai.` })).toMatchObject({
      body: { code: 'treasury.ADJUSTMENT_OPEN' },
    });
    expect(await (await desk.second()).post(`/adjustments/${String(body['id'])}/drop`)).toMatchObject({
      body: { state: 'dropped' },
    });
    expect(await desk.look(`/bookings/${one.reference}`)).toMatchObject({ isReversed: false });
  });

  it('F11: the confirmed correction of a booking answers the investigation that asked for it; one clerk alone cannot', async () => {
    const one = await desk.booked(aCase(8));
    const right = aCase(9);
    await desk.itemArrives(right);
    const investigationId = '019fc562-94c0-7000-8000-0000000000aa';
    const lines = [
      { lineNumber: 1, payableItemId: right.item.payableItemId, budgetSubItem: '1006', budgetChapter: '857' },
    ];
    await desk.correctionArrives({ investigationId, reference: one.reference, lines });
    expect(await desk.look(`/payment-investigations/${investigationId}`)).toMatchObject({
      openedBy: 'tax',
      state: 'requested',
    });
    const alone = await (
      await desk.clerk()
    ).post(`/payment-investigations/${investigationId}/answer`, { outcome: 'done' });
    expect(alone).toMatchObject({ status: 409, body: { code: 'treasury.CORRECTION_NEEDS_TWO' } });
    const { body } = await desk.propose(one, { kind: 'corrected', reason, lines, investigationId });
    await (await desk.second()).post(`/adjustments/${String(body['id'])}/confirmation`);
    expect(await stage.sent('payment-investigation-answered', one.reference)).toMatchObject([
      { body: { outcome: 'done' } },
    ]);
  });
});
