import { type PaymentNotice, TaxStateToldV1, TransferSlipReceivedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { dongText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { TransferSlipReceivedHandler } from '../src/slips/transfer-slip-received.handler';
import { AskTaxState } from '../src/tax-polls/ask-tax-state';
import { OverdueAnswers } from '../src/tax-polls/overdue-answers';
import { TaxStateToldHandler } from '../src/tax-polls/tax-state-told.handler';
import { fulfilled, issued, slipReceipt, slipReturn } from './land-dossier.mother';
import { LandStory } from './land-story.mother';

const { settled: _paid, ...answer } = messageOf(TaxStateToldV1).example;
const deferredItems = [
  {
    payableItemId: '04057999999900002',
    noticeNumber: 'TB2600044-TK0000012/TB-TCS',
    kind: 'registration-fee' as const,
    payerNumber: '075088000002',
    amountDong: dongText(4_000_000n),
  },
];

describe('a tax office that has not answered in time', () => {
  let land: LandStory;
  beforeAll(async () => {
    land = await LandStory.start();
  });
  afterAll(() => land.stop());

  const overdue = (code: string): Promise<unknown> =>
    land.query(`update land_dossier set answer_due_at = '2026-08-03T08:00:00+07:00' where dossier_code = $1`, [code]);
  const told = async (code: string, change: Partial<TaxStateToldV1>): Promise<void> => {
    const { slipId, dossierCode } = await land.about(code);
    const body = { ...answer, slipId, dossierCode, ...change };
    await land.say(TaxStateToldHandler, { of: TaxStateToldV1, body, sender: 'tax' });
  };
  const notices: readonly PaymentNotice[] = issued.notices;

  it('is asked when its time is over and not before, then every 15 minutes, then hourly (M16, M17)', async () => {
    const code = await land.slipReceived(301);
    const [row] = await land.query<{ due: Date }>(
      'select answer_due_at as due from land_dossier where dossier_code = $1',
      [code],
    );
    expect(row?.due).toEqual(new Date('2026-08-06T17:00:00+07:00'));
    const look = (): Promise<number> => land.service.running.app.get(OverdueAnswers).look();
    expect(await look()).toBe(0);
    await overdue(code);
    expect(await look()).toBe(1);
    expect(await look()).toBe(0);
    const ask = land.service.running.app.get(AskTaxState);
    const wake = (): Promise<void> => land.service.running.app.get(UnitOfWork).perform(() => ask.wake(code));
    const minutesToNext = async (): Promise<number> => {
      await wake();
      const [poll] = await land.query<{ minutes: string }>(
        `select round(extract(epoch from t.due_at - p.asked_at) / 60) as minutes
           from timer t join tax_poll p on t.key = 'tax-state|' || p.dossier_code where p.dossier_code = $1`,
        [code],
      );
      return Number(poll?.minutes);
    };
    const minutes: number[] = [];
    while (minutes.at(-1) !== 60 && minutes.length < 9) minutes.push(await minutesToNext());
    expect(minutes.filter((one) => one === 15).length).toBeGreaterThanOrEqual(2);
    expect(minutes.at(-1)).toBe(60);
    const { slipId } = await land.about(code);
    const asked = await land.sent(code, 'tax-state-asked');
    expect(asked.at(-1)).toMatchObject({ dossierCode: code, slipId });
    expect(new Set(asked.map((one) => (one as { requestId: string }).requestId)).size).toBe(asked.length);
  });

  it('tells what was missed: receipt, notices and fulfilment are taken at once, and the pushes that come late change nothing (M16, M17)', async () => {
    const code = await land.slipSent(302);
    await told(code, { state: 'fulfilled', notices, settled: fulfilled.items, fulfilledOn: fulfilled.fulfilledOn });
    const view = await land.view(code);
    expect(view).toMatchObject({ status: 'concluded', fulfilledOn: fulfilled.fulfilledOn });
    expect(await land.sent(code, 'tax-results-available')).toHaveLength(1);
    const receipt = { ...slipReceipt, ...(await land.about(code)) };
    await land.say(TransferSlipReceivedHandler, { of: TransferSlipReceivedV1, body: receipt, sender: 'tax' });
    await land.fulfil(code);
    expect(await land.view(code)).toEqual(view);
    expect(await land.sent(code, 'processing-concluded')).toHaveLength(1);
  });

  it('tells what is deferred too: it stands on the certificate and on the parcel, whether M40 or M21 was missed (M16, F19)', async () => {
    const { fulfilledOn } = fulfilled;
    const settled = fulfilled.items.filter(({ noticeNumber }) => notices.some(({ number }) => number === noticeNumber));
    const encumbered = async (parcel: string): Promise<unknown> =>
      (
        await land.query<{ kinds: unknown }>(
          `select jsonb_path_query_array(encumbrances, '$[*].kind') as kinds from parcel where parcel_number = $1`,
          [parcel],
        )
      )[0]?.kinds;
    const paid = await land.slipSent(310);
    await told(paid, { state: 'fulfilled', notices, settled, fulfilledOn, deferredItems });
    expect(await land.view(paid)).toMatchObject({ status: 'concluded', certificate: { deferredItems } });
    expect(await encumbered('0310')).toEqual(['deferred-obligation']);

    const nothingPaid = await land.slipSent(311);
    await told(nothingPaid, { state: 'fulfilled', fulfilledOn, deferredItems });
    expect(await land.view(nothingPaid)).toMatchObject({ status: 'concluded', certificate: { deferredItems } });
    expect(await encumbered('0311')).toEqual(['deferred-obligation']);
  });

  it('tells that nothing is due where all is exempt, and the certificate is released without a notice (M21, W7)', async () => {
    const code = await land.slipReceived(312);
    await told(code, { state: 'fulfilled', fulfilledOn: fulfilled.fulfilledOn });
    const view = await land.view(code);
    expect(view).toMatchObject({ status: 'concluded', fulfilledOn: fulfilled.fulfilledOn, notices: [] });
    expect(view['certificate']).not.toHaveProperty('deferredItems');
    expect(await land.sent(code, 'tax-results-available')).toEqual([]);
  });

  it('tells what was settled under a notice that was replaced before it was heard of: the certificate is released (M22, F6)', async () => {
    const code = await land.slipSent(313);
    const settled = [
      ...fulfilled.items,
      { ...fulfilled.items[0]!, payableItemId: '04057999999900099', noticeNumber: 'OLD' },
    ];
    await told(code, { state: 'fulfilled', notices, settled, fulfilledOn: fulfilled.fulfilledOn });
    expect(await land.view(code)).toMatchObject({ status: 'concluded' });
  });

  it('that is still at it changes nothing, and is asked on (M16)', async () => {
    const code = await land.slipReceived(303);
    const before = await land.view(code);
    await told(code, { state: 'received' });
    await told(code, { state: 'unknown' });
    expect(await land.view(code)).toEqual(before);
  });

  it('that had returned the slip has it corrected, and the desk hears of it (M16, F3)', async () => {
    const code = await land.slipSent(304);
    await told(code, { state: 'returned', faults: slipReturn.faults });
    expect(await land.view(code)).toMatchObject({ status: 'slip-returned', slipFaults: slipReturn.faults });
    expect(await land.sent(code, 'returned-slip-told')).toHaveLength(1);
  });

  it('is asked whether all is paid on the working day after the notices, then each working day, not only when they are due (M17, M40)', async () => {
    const code = await land.noticed(314);
    const due = async (): Promise<Date | undefined> =>
      (
        await land.query<{ due: Date }>('select answer_due_at as due from land_dossier where dossier_code = $1', [code])
      )[0]?.due;
    expect(await due()).toEqual(new Date('2026-08-04T17:00:00+07:00'));
    await overdue(code);
    await land.service.running.app.get(OverdueAnswers).look();
    const ask = land.service.running.app.get(AskTaxState);
    await land.service.running.app.get(UnitOfWork).perform(() => ask.wake(code));
    expect((await land.sent(code, 'tax-state-asked')).length).toBeGreaterThan(0);
    const [timer] = await land.query<{ due: Date }>(`select due_at as due from timer where key = 'tax-state|' || $1`, [
      code,
    ]);
    expect(timer?.due).toEqual(new Date('2026-08-04T17:00:00+07:00'));
  });

  it('is asked at once when an officer wants it, where its answer is awaited, and once a minute at most (M16, M17)', async () => {
    const askNow = (code: string, client = land.officer) =>
      client.post<{ requestId: string }>(`/dossiers/${code}/ask-tax`);
    const code = await land.noticed(315);
    const { status, body } = await askNow(code);
    expect(status).toBe(200);
    expect((await askNow(code)).body.requestId).toBe(body.requestId);
    expect(await land.sent(code, 'tax-state-asked')).toMatchObject([{ dossierCode: code, requestId: body.requestId }]);
    const drafted = await land.forwarded(316);
    expect(await askNow(drafted)).toMatchObject({
      status: 409,
      body: { code: 'land-registry.NOTHING_AWAITED_OF_TAX' },
    });
    expect((await askNow(code, await land.service.as('land-officer', 'long-thanh'))).status).toBe(403);
  });

  it('is looked up by any waiting dossier: who has it, since when, until when, and whom to ask', async () => {
    const where = async (code: string): Promise<unknown> =>
      (await land.officer.get(`/dossiers/${code}/whereabouts`)).body;
    const since = expect.stringMatching(/^2026-08-03T09:/) as string;
    expect(await where(await land.forwarded(305))).toMatchObject({
      heldBy: 'land-registry',
      officeName: 'Chi nhánh Văn phòng đăng ký đất đai Biên Hòa',
      doing: 'Ký và gửi phiếu chuyển thông tin',
      since,
      dueAt: '2026-08-04T17:00:00.000+07:00',
    });
    const claimed = await land.forwarded(317);
    expect(await where(claimed)).not.toHaveProperty('claimedBy');
    await land.leader.post(`/work-list/dossier/${claimed}/claim`);
    expect(await where(claimed)).toMatchObject({ claimedBy: { id: 'land-leader-bien-hoa' } });
    expect(await where(await land.slipReceived(306))).toMatchObject({
      heldBy: 'tax',
      officeName: 'Thuế cơ sở Biên Hòa',
      askRole: 'tax-officer',
      since,
      dueAt: '2026-08-06T17:00:00.000+07:00',
    });
    expect(await where(await land.noticed(307))).toMatchObject({ heldBy: 'payer', askOffice: 'Thuế cơ sở Biên Hòa' });
    expect(await where(await land.concluded(308))).toMatchObject({
      heldBy: 'intake',
      officeName: 'Bộ phận một cửa Biên Hòa',
      askRole: 'desk-clerk',
    });
    const other = await land.service.as('land-officer', 'long-thanh');
    expect((await other.get(`/dossiers/${await land.forwarded(309)}/whereabouts`)).status).toBe(403);
  });
});
