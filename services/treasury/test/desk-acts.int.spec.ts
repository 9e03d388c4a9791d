import { dongText } from '@lienthong/kernel';
import { VouchersOfDayToldV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import type { Problem } from '@lienthong/service-host';
import { type ApiAnswer, type ApiClient, eventually, type TestStage, withClient } from '@lienthong/testing';
import { VouchersOfDayHandler } from '../src/reconciliations/vouchers-of-day.handler';
import { aCase, TreasuryDesk } from './payment-case.mother';
import { openTreasury } from './treasury-service.mother';

const DAY = '2026-08-03';
const reason = 'Ngân hàng báo có nhầm, đã có công văn.';

describe('acts of second persons and days on the desks of the treasury', () => {
  let stage: TestStage;
  let desk: TreasuryDesk;
  let clerk: ApiClient;
  beforeAll(async () => {
    stage = await openTreasury({ TIMER_POLL_MS: '50' });
    desk = new TreasuryDesk(stage);
    clerk = await desk.clerk();
    await desk.booked(aCase(1));
  });
  afterAll(() => stage.close());

  const waiting = async (step: string): Promise<object[]> =>
    (await clerk.get<{ items: object[] }>(`/work-list?step=${step}`)).body.items;
  const decide = (person: ApiClient, path: string, headers: Readonly<Record<string, string>>) =>
    person.call<Problem>(path, { method: 'POST', headers });

  it('show a reversal that waits for its second person, who names what was looked at (F16)', async () => {
    const { body } = await desk.propose(aCase(1), { kind: 'reversed', reason });
    const path = `/adjustments/${String(body['id'])}/confirmation`;
    expect(await waiting('confirm')).toMatchObject([{ kind: 'adjustment', key: body['id'], etag: '"1"' }]);
    const second = await desk.second();
    expect((await decide(second, path, {})).body.code).toBe('desk.VERSION_MISSING');
    expect((await decide(second, path, { 'if-match': '"7"' })).body.code).toBe('desk.CHANGED_MEANWHILE');
    expect((await decide(second, path, { 'if-match': '"1"' })).status).toBe(200);
    expect(await waiting('confirm')).toEqual([]);
  });

  it('tell of a reference who proposed and who confirmed, and find it by the entry number of the reversal', async () => {
    const { items } = await desk.look<{ items: { kind: string }[] }>(`/history/${aCase(1).reference}`);
    expect(items.filter(({ kind }) => kind === 'adjustment')).toMatchObject([
      { state: 'proposed', by: 'treasury-clerk-bien-hoa', rules: ['regime C'] },
      { before: 'proposed', state: 'confirmed', by: 'second-treasury-clerk-bien-hoa' },
    ]);
    const found = await clerk.post('/search', { by: 'receipt', value: 'BT-260803-000002' });
    expect(found.body['items']).toMatchObject([{ kind: 'adjustment', subject: aCase(1).reference }]);
  });

  it('show a day that its leader has to sign off, of the own office only, and who closed and signed it', async () => {
    const leader = await stage.as('agency-leader');
    expect((await decide(clerk, `/days/${DAY}/closing`, {})).status).toBe(200);
    expect(await waiting('sign-off')).toMatchObject([{ kind: 'day', key: `bien-hoa|${DAY}`, etag: '"1"' }]);
    const elsewhere = await stage.as('treasury-clerk', 'long-thanh');
    expect((await elsewhere.get('/work-list?step=sign-off')).body).toEqual({ items: [] });
    expect((await decide(leader, `/days/${DAY}/sign-off`, {})).body.code).toBe('desk.VERSION_MISSING');
    expect((await decide(leader, `/days/${DAY}/sign-off`, { 'if-match': '"1"' })).status).toBe(200);
    expect(await desk.look(`/history/${DAY}`)).toMatchObject({
      items: [
        { kind: 'day', state: 'closing', by: 'treasury-clerk-bien-hoa' },
        { kind: 'day', before: 'closing', state: 'closed', by: 'agency-leader-bien-hoa' },
      ],
    });
  });

  it('let a day that differs be claimed, given to a colleague, and end with the run that agrees (M47)', async () => {
    const { reference } = aCase(1);
    const list = (run: number, amount: bigint): Promise<void> => {
      const amounts = [{ reference, amountDong: dongText(amount) }];
      const body = { ...messageOf(VouchersOfDayToldV1).example, run, count: 1, totalDong: dongText(amount), amounts };
      return stage.handle(VouchersOfDayHandler, { sender: 'collecting-bank', senderOffice: 'head-office', body });
    };
    await list(1, 15_000_000n);
    const [work] = (await waiting('reconcile')) as { key: string }[];
    expect(work).toMatchObject({ kind: 'reconciliation', key: `bien-hoa|collecting-bank|99999001|${DAY}` });
    const place = `/work-list/reconciliation/${encodeURIComponent(work?.key ?? '')}`;
    expect((await clerk.post(`${place}/claim`)).status).toBe(200);
    const to = { toPerson: 'second-treasury-clerk-bien-hoa', toName: 'Mai Văn Quân', reason: 'Nghỉ phép' };
    const given: ApiAnswer = await (await stage.as('agency-leader')).post(`${place}/reassign`, to);
    expect(given.status).toBe(200);
    expect(await waiting('reconcile')).toMatchObject([{ claimedBy: { id: to.toPerson } }]);
    await list(2, 16_000_000n);
    expect(await waiting('reconcile')).toEqual([]);
  });

  it('tell who sent a message that its recipient could not take, for example of an unknown dossier (F14)', async () => {
    const { reference } = aCase(1);
    await withClient(stage.service.database.appUrl, (client) =>
      client.query(
        `insert into message_failure (key, message_id, type, recipients, outcome, reason, failed_at)
         select id || '|tax|parked', id, type, recipients, 'parked', 'persistence.NOT_FOUND', now() from outbox
          where split_part(stream, ':', 2) = $1 and type like '%revenue-booked.v1'`,
        [reference],
      ),
    );
    const tasks = await eventually(
      async () => {
        const { items } = await desk.look<{ items: { dossierCode: string }[] }>('/tasks?kind=officer-task');
        const own = items.filter(({ dossierCode }) => dossierCode === reference);
        return own.length > 0 && own;
      },
      { describe: 'the task of the clerk' },
    );
    expect(tasks).toMatchObject([{ text: expect.stringContaining('persistence.NOT_FOUND') as string }]);
  });
});
