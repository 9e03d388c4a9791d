import { dongText } from '@lienthong/kernel';
import { BookingsOfDayToldV1, VouchersOfDayToldV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { eventually, type TestStage } from '@lienthong/testing';
import { BookingsOfDayHandler } from '../src/reconciliations/bookings-of-day.handler';
import { VouchersOfDayHandler } from '../src/reconciliations/vouchers-of-day.handler';
import { aCase, TreasuryDesk } from './payment-case.mother';
import { openTreasury } from './treasury-service.mother';

const DAY = '2026-08-03';

describe('the books of a treasury day', () => {
  let stage: TestStage;
  let desk: TreasuryDesk;

  beforeAll(async () => {
    stage = await openTreasury({ REVENUE_COPY_TO_LAND: 'false', TIMER_POLL_MS: '50' });
    desk = new TreasuryDesk(stage);
    await desk.booked(aCase(1));
    await desk.itemArrives(aCase(2), { budgetSubItem: '2801', amountDong: dongText(4_000_000n) });
    const { lines } = aCase(2).advice;
    const paid = { totalDong: dongText(4_000_000n), lines: [{ ...lines[0]!, amountDong: dongText(4_000_000n) }] };
    await desk.adviceArrives(aCase(2), paid);
    await desk.book(aCase(2));
  });
  afterAll(() => stage.close());

  const references = [aCase(1).reference, aCase(2).reference] as const;

  async function bankTells(changes: Partial<VouchersOfDayToldV1>): Promise<void> {
    const body = { ...messageOf(VouchersOfDayToldV1).example, ...changes };
    await stage.handle(VouchersOfDayHandler, { sender: 'collecting-bank', senderOffice: 'head-office', body });
  }
  const amount = (reference: string, dong: bigint): { reference: string; amountDong: ReturnType<typeof dongText> } => ({
    reference,
    amountDong: dongText(dong),
  });

  it('lists the entries of the day, each line with account, chapter, sub-item and budget year', async () => {
    expect(await desk.look(`/days/${DAY}/entries`)).toMatchObject({
      items: [
        {
          reference: references[0],
          entryNumber: 'BT-260803-000001',
          account: '7111',
          budgetSubItem: '1006',
          budgetYear: 2026,
        },
        { reference: references[1], entryNumber: 'BT-260803-000002', amountDong: '4000000', budgetSubItem: '2801' },
      ],
    });
  });

  it('states by account and sub-item to the đồng, and refuses a period of more than a year', async () => {
    expect(await desk.look(`/statements?from=2026-08-01&to=2026-08-31`)).toEqual({
      ...{ from: '2026-08-01', to: '2026-08-31', totalDong: '20000000' },
      rows: [
        expect.objectContaining({
          account: '7111',
          budgetSubItem: '1006',
          lines: 1,
          totalDong: '16000000',
          adjustedDong: '0',
        }),
        expect.objectContaining({ account: '7111', budgetSubItem: '2801', lines: 1, totalDong: '4000000' }),
      ],
    });
    expect(await desk.look('/statements?from=2026-01-01&to=2027-01-02')).toMatchObject({
      code: 'treasury.PERIOD_INVALID',
    });
    expect(await desk.look('/statements?from=hom-nay&to=2027-01-02')).toMatchObject({ status: 400 });
  });

  it.each(['hôm-nay', '2026-02-30', '0001-01-01', '20260803', '03-08-2026'])(
    'knows no day %s, and takes it for no other one',
    async (date) => {
      for (const path of [`/days/${date}`, `/days/${date}/entries`, `/reconciliations/${date}`]) {
        expect(await desk.look(path)).toMatchObject({ status: 400, code: 'treasury.DATE_INVALID' });
      }
    },
  );

  describe('reconciled with a bank (M47)', () => {
    const both = [amount(references[0], 16_000_000n), amount(references[1], 4_000_000n)];

    it('M47: matches when the bank tells what the treasury holds, in two parts and in any order', async () => {
      const whole = { count: 2, totalDong: dongText(20_000_000n), parts: 2 };
      await bankTells({ ...whole, part: 2, amounts: [both[1]!] });
      expect(await desk.look(`/reconciliations/${DAY}`)).toMatchObject({
        items: [{ state: 'waiting', receivedParts: 1 }],
      });
      await bankTells({ ...whole, part: 1, amounts: [both[0]!] });
      expect(await desk.look(`/reconciliations/${DAY}`)).toMatchObject({ items: [{ state: 'matched', comparison: { toldDong: '20000000', bookedDong: '20000000' } }] }); // prettier-ignore
      expect(await stage.sent('day-reconciled', 'collecting-bank')).toMatchObject([
        {
          recipients: 'collecting-bank/head-office',
          body: { matched: true, toldCount: 2, bookedCount: 2, differences: [] },
        },
      ]);
    });

    it('M47: tells thừa, thiếu and lệch apart, in the answer and in the difference file', async () => {
      const stranger = aCase(90).reference;
      const amounts = [amount(references[0], 15_000_000n), amount(stranger, 1n)];
      await bankTells({ run: 2, count: 2, totalDong: dongText(15_000_001n), amounts });
      const differences = [
        { reference: references[0], difference: 'differs', toldDong: '15000000', bookedDong: '16000000' },
        { reference: references[1], difference: 'missing', bookedDong: '4000000' },
        { reference: stranger, difference: 'excess', toldDong: '1' },
      ];
      expect((await stage.sent('day-reconciled', 'collecting-bank')).at(-1)?.body).toMatchObject({ run: 2, matched: false, differences }); // prettier-ignore
      const file = await (
        await desk.clerk()
      ).get<string>(`/reconciliations/${DAY}/collecting-bank/99999001/differences`);
      expect(file.body.split('\n').slice(2, 5)).toEqual([
        `${references[0]}|LECH|15000000|16000000`,
        `${references[1]}|THIEU||4000000`,
        `${stranger}|THUA|1|`,
      ]);
      expect(await desk.look('/tasks?kind=officer-task')).toMatchObject({ items: [{ text: expect.stringContaining('3 chênh lệch') as string }] }); // prettier-ignore
    });

    it('M47: takes no earlier run after a later one, and no list that contradicts its own count and sum', async () => {
      await bankTells({ run: 1, count: 2, totalDong: dongText(20_000_000n), amounts: both });
      expect(await desk.look(`/reconciliations/${DAY}`)).toMatchObject({ items: [{ run: 2, state: 'differs' }] });
      const wrong = bankTells({ run: 3, count: 3, totalDong: dongText(20_000_000n), amounts: both });
      await expect(wrong).rejects.toThrow('treasury.LIST_CONTRADICTS');
    });
  });

  it('M47: compares a tax office’s list with what stands booked for it, a reversed booking apart', async () => {
    const three = await desk.booked(aCase(3));
    const reason = 'Ngân hàng báo có nhầm.';
    const { body } = await desk.propose(three, { kind: 'reversed', reason });
    await (await desk.second()).post(`/adjustments/${String(body['id'])}/confirmation`);
    const amounts = [amount(references[0], 16_000_000n), amount(references[1], 4_000_000n)];
    const list = { count: 2, totalDong: dongText(20_000_000n), amounts };
    const told = { ...messageOf(BookingsOfDayToldV1).example, ...list };
    await stage.handle(BookingsOfDayHandler, { sender: 'tax', senderOffice: 'bien-hoa', body: told });
    expect(await stage.sent('day-reconciled', 'tax')).toMatchObject([
      { recipients: 'tax/bien-hoa', body: { matched: true } },
    ]);
  });

  describe('closed and opened again', () => {
    it('is closed by a clerk and signed off by the leader with count and total; nothing is booked on it then', async () => {
      const clerk = await desk.clerk();
      const leader = await stage.as('agency-leader');
      expect(await clerk.post(`/days/${DAY}/sign-off`)).toMatchObject({ status: 403 });
      const figures = { entries: 4, totalDong: '20000000' };
      expect(await clerk.post(`/days/${DAY}/closing`)).toMatchObject({
        status: 200,
        body: { state: 'closing', ...figures },
      });
      await desk.itemArrives(aCase(4));
      await desk.adviceArrives(aCase(4));
      expect(await desk.book(aCase(4))).toMatchObject({ status: 409, body: { code: 'treasury.DAY_CLOSED' } });
      expect(await leader.post(`/days/${DAY}/sign-off`)).toMatchObject({ body: { state: 'closed', ...figures } });
      expect(await clerk.post(`/days/2026-08-04/closing`)).toMatchObject({
        body: { code: 'treasury.DAY_NOT_REACHED' },
      });
    });

    it('under the automatic policy keeps what comes for the next day', async () => {
      await (await stage.as('agency-leader')).put('/policies/book', { policy: 'automatic-when-clean' });
      await desk.itemArrives(aCase(5));
      await desk.adviceArrives(aCase(5));
      expect(await desk.look(`/credit-advices/${aCase(5).reference}`)).toMatchObject({ state: 'ready' });
      expect(await stage.sent('revenue-booked', aCase(5).reference)).toEqual([]);
      await (await stage.as('agency-leader')).put('/policies/book', { policy: 'manual' });
    });

    it('is opened again by the leader with a reason; that it was closed, by whom and with which figures, stays written', async () => {
      const leader = await stage.as('agency-leader');
      expect(await leader.post(`/days/${DAY}/reopening`, { reason: 'x' })).toMatchObject({ status: 400 });
      const reason = 'Bổ sung bút toán của ngân hàng nộp trễ.';
      expect(await leader.post(`/days/${DAY}/reopening`, { reason })).toMatchObject({
        body: {
          state: 'open',
          acts: [
            { act: 'closing', by: 'treasury-clerk-bien-hoa', entries: 4 },
            { act: 'signed-off', by: 'agency-leader-bien-hoa' },
            { act: 'reopened', reason },
          ],
        },
      });
      expect((await desk.book(aCase(4))).status).toBe(201);
    });
  });

  it('M47: finds by itself who has not told a day of which there is money in the books, and alarms once', async () => {
    stage.jumpTo('2026-08-05T12:30:00+07:00');
    await desk.itemArrives(aCase(8));
    await desk.adviceArrives(aCase(8), { debitDate: '2026-08-05' });
    stage.jumpTo('2026-08-06T12:30:00+07:00');
    const alarms = await eventually(
      async () => {
        const { items } = await desk.look<{ items: { text: string }[] }>('/tasks?kind=alarm');
        return items.length > 0 && items;
      },
      { describe: 'the alarm of the treasury' },
    );
    expect(alarms).toMatchObject([
      { text: 'Chưa có bảng kê đối soát ngày 2026-08-05 của collecting-bank (99999001).' },
    ]);
  });
});
