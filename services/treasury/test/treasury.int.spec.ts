import { dongText } from '@lienthong/kernel';
import { type CreditAdviceV1, type PayableItemPublishedV1 } from '@lienthong/contracts';
import type { ApiAnswer, TestStage } from '@lienthong/testing';
import { CreditAdviceHandler } from '../src/credit-advices/credit-advice.handler';
import { PayableItemPublishedHandler } from '../src/payable-items/payable-item-published.handler';
import { adviceBody, itemBody } from './credit-advice.mother';
import { openTreasury } from './treasury-service.mother';

const ITEM_MESSAGE = '019fc562-94c0-7000-8000-00000000000a';
const ADVICE_MESSAGE = '019fc562-94c0-7000-8000-00000000000b';

interface Case {
  readonly reference: string;
  readonly item: PayableItemPublishedV1;
  readonly advice: CreditAdviceV1;
}

function aCase(n: number): Case {
  const payableItemId = `0000000000010${String(n).padStart(4, '0')}`;
  const reference = `99992026${String(n).padStart(10, '0')}01`;
  const lines = [{ payableItemId, amountDong: itemBody.amountDong }];
  return { reference, item: { ...itemBody, payableItemId }, advice: { ...adviceBody, reference, lines } };
}

describe('treasury', () => {
  let stage: TestStage;

  beforeAll(async () => {
    stage = await openTreasury({ REVENUE_COPY_TO_LAND: 'false' });
  });
  afterAll(() => stage.close());

  const itemArrives = ({ item }: Case): Promise<void> =>
    stage.handle(PayableItemPublishedHandler, { id: ITEM_MESSAGE, body: item });
  const adviceArrives = ({ advice }: Case, changes: Partial<CreditAdviceV1> = {}): Promise<void> =>
    stage.handle(CreditAdviceHandler, { id: ADVICE_MESSAGE, body: { ...advice, ...changes } });

  async function book({ reference }: Case, key = reference): Promise<ApiAnswer> {
    return (await stage.as('treasury-clerk')).post('/bookings', { reference }, { 'idempotency-key': `booking-${key}` });
  }

  async function look(path: string): Promise<ApiAnswer> {
    return (await stage.as('treasury-clerk')).get(path);
  }

  it('M36: books a voucher with a matching credit advice, and tells the tax office', async () => {
    const one = aCase(1);
    await itemArrives(one);
    expect(await book(one, 'too-early')).toMatchObject({ status: 409, body: { code: 'treasury.NO_CREDIT_ADVICE' } });
    await adviceArrives(one);
    expect((await look('/work-list?step=book')).body).toMatchObject({ items: [{ key: one.reference }] });
    const booked = await book(one);
    expect(booked).toMatchObject({ status: 201, body: { entryNumber: 'BT-260803-000001', bookedOn: '2026-08-03' } });
    expect(await stage.sent('revenue-booked', one.reference)).toMatchObject([
      {
        recipients: 'tax/bien-hoa',
        causationId: ADVICE_MESSAGE,
        body: { totalDong: '16000000', debitDate: '2026-08-03', lines: [{ budgetSubItem: '1006' }] },
      },
    ]);
    expect(await stage.sent('revenue-booked-copy', one.reference)).toEqual([]);
    const { alreadyDone, ...entry } = booked.body;
    expect(alreadyDone).toBe(false);
    expect((await look(`/bookings/${one.reference}`)).body).toMatchObject(entry);
    expect((await look('/work-list?step=book')).body).toEqual({ items: [] });
  });

  it('F13: books a reference once; a second order is answered “already done” with the first result, another amount refused', async () => {
    const two = aCase(2);
    await itemArrives(two);
    await adviceArrives(two);
    const first = await book(two);
    expect((await book(two)).body).toEqual(first.body);
    expect((await book(two, 'another-key')).body).toEqual({ ...first.body, alreadyDone: true });
    const clerk = await stage.as('treasury-clerk');
    const other = { reference: two.reference, totalDong: '15000000' };
    expect(await clerk.post('/bookings', other, { 'idempotency-key': 'booking-other-amount' })).toMatchObject({
      status: 409,
      body: { code: 'treasury.AMOUNT_DIFFERS' },
    });
    await adviceArrives(two);
    await itemArrives(two);
    expect(await stage.sent('revenue-booked', two.reference)).toHaveLength(1);
  });

  it('F11: money that does not agree stays in suspense, visible with its reasons, and is never booked', async () => {
    const three = aCase(3);
    await itemArrives(three);
    await adviceArrives(three, { totalDong: dongText(15_000_000n) });
    expect((await look(`/credit-advices/${three.reference}`)).body).toMatchObject({
      state: 'suspense',
      reasons: [{ code: 'total-differs' }],
    });
    expect(await book(three)).toMatchObject({ status: 409, body: { code: 'treasury.IN_SUSPENSE' } });
    expect((await look(`/bookings/${three.reference}`)).status).toBe(404);
  });

  it('F15: a second advice with another amount freezes the reference', async () => {
    const four = aCase(4);
    await itemArrives(four);
    await adviceArrives(four);
    await adviceArrives(four, { debitDate: '2026-08-02' });
    expect((await look(`/credit-advices/${four.reference}`)).body).toMatchObject({
      state: 'suspense',
      conflicts: [{ debitDate: '2026-08-02' }],
    });
    expect(await book(four)).toMatchObject({ status: 409, body: { code: 'treasury.IN_SUSPENSE' } });
  });

  it('books for a clerk of the credited office only', async () => {
    const five = aCase(5);
    await itemArrives(five);
    await adviceArrives(five);
    const stranger = await stage.as('treasury-clerk', 'long-thanh');
    const answer = await stranger.post(
      '/bookings',
      { reference: five.reference },
      { 'idempotency-key': 'booking-stranger' },
    );
    expect(answer).toMatchObject({ status: 403, body: { code: 'access.OTHER_OFFICE' } });
  });

  describe('under the automatic policy', () => {
    beforeAll(async () => {
      await (await stage.as('agency-leader')).put('/policies/book', { policy: 'automatic-when-clean' });
    });

    it('books when the advice arrives after its item', async () => {
      const six = aCase(6);
      await itemArrives(six);
      await adviceArrives(six);
      expect((await look(`/bookings/${six.reference}`)).status).toBe(200);
    });

    it('F14: books when the item arrives after its advice', async () => {
      const seven = aCase(7);
      await adviceArrives(seven);
      expect((await look(`/credit-advices/${seven.reference}`)).body).toMatchObject({ state: 'awaiting-items' });
      await itemArrives(seven);
      expect((await look(`/bookings/${seven.reference}`)).body).toMatchObject({ lines: [{ amountDong: '16000000' }] });
      expect(await stage.sent('revenue-booked', seven.reference)).toMatchObject([{ causationId: ADVICE_MESSAGE }]);
    });

    it('F14: books when item and advice arrive at the same moment', async () => {
      const cases = [8, 9, 10, 11].map(aCase);
      await Promise.all(cases.flatMap((one) => [itemArrives(one), adviceArrives(one)]));
      for (const one of cases) expect((await look(`/bookings/${one.reference}`)).status).toBe(200);
      const entries = await Promise.all(
        cases.map(async (one) => (await look(`/bookings/${one.reference}`)).body['entryNumber']),
      );
      expect(new Set(entries).size).toBe(4);
    });
  });
});

describe('treasury that tells the land office too (M41)', () => {
  it('sends the copy to the land office of the item’s area', async () => {
    const stage = await openTreasury({ REVENUE_COPY_TO_LAND: 'true' });
    try {
      await (await stage.as('agency-leader')).put('/policies/book', { policy: 'automatic-when-clean' });
      const { item, advice, reference } = aCase(1);
      await stage.handle(PayableItemPublishedHandler, { id: ITEM_MESSAGE, body: item });
      await stage.handle(CreditAdviceHandler, { id: ADVICE_MESSAGE, body: advice });
      const [copy] = await stage.sent('revenue-booked-copy', reference);
      const [confirmation] = await stage.sent('revenue-booked', reference);
      expect(copy).toMatchObject({ recipients: 'land-registry/bien-hoa', body: confirmation?.body });
    } finally {
      await stage.close();
    }
  });
});
