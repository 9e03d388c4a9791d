import { PaymentNoticesIssuedV1 } from '@lienthong/contracts';
import { PaymentNoticesIssuedHandler } from '../src/notices/payment-notices-issued.handler';
import type { Problem } from '@lienthong/service-host';
import { issued } from './land-dossier.mother';
import { LandStory } from './land-story.mother';

const reason = 'Văn bản công chứng giả, tổ chức công chứng đã xác nhận';

describe('a dossier that the land office refuses on its own judgement', () => {
  let land: LandStory;
  beforeAll(async () => {
    land = await LandStory.start();
  });
  afterAll(() => land.stop());

  const reject = (code: string, client = land.leader, body: object = { reason }) =>
    client.post<Problem>(`/dossiers/${code}/reject`, body);
  const heldBy = async (number: string): Promise<unknown> =>
    (await land.query<{ held_by: unknown }>('select held_by from parcel where parcel_number = $1', [number]))[0]
      ?.held_by;
  const refused = { outcome: 'rejected', reason, documentNumber: expect.stringContaining('/TB-') as string };

  it('is refused by the officer at the check, in writing, and the citizen is told (M50)', async () => {
    await land.policy('check', 'manual');
    const code = await land.forwarded(301);
    await land.policy('check', 'automatic-when-clean');
    expect(await reject(code)).toMatchObject({ status: 403, body: { code: 'access.ROLE_NOT_ALLOWED' } });
    expect(await reject(code, land.officer, { reason: ' ' })).toMatchObject({ status: 400 });
    expect(await reject(code, land.officer)).toMatchObject({ status: 200, body: { status: 'rejected', reason } });
    expect(await land.sent(code, 'processing-concluded')).toEqual([expect.objectContaining(refused)]);
    expect(await land.sent(code, 'transfer-slip-withdrawn')).toEqual([]);
    expect(await reject(code)).toMatchObject({ status: 409, body: { code: 'land-registry.REJECTION_TOO_LATE' } });
  });

  it('is refused by the leader who was to sign the slip, and the parcel is let go (M50)', async () => {
    const code = await land.forwarded(302);
    expect(await heldBy('0302')).toBe(code);
    expect(await reject(code, land.officer)).toMatchObject({ status: 403 });
    expect(await reject(code)).toMatchObject({ status: 200, body: { status: 'rejected' } });
    expect(await heldBy('0302')).toBeNull();
    expect(await land.sent(code, 'processing-concluded')).toEqual([expect.objectContaining(refused)]);
    expect(await land.sent(code, 'transfer-slip-withdrawn')).toEqual([]);
    const { items } = (await land.officer.get<{ items: object[] }>(`/history/${code}`)).body;
    expect(items.at(-1)).toMatchObject({ state: 'rejected', by: 'land-leader-bien-hoa', reason });
  });

  it('has its slip taken back that is at the tax office, and notices that cross it change nothing (M15, M50)', async () => {
    const code = await land.slipReceived(303);
    const about = await land.about(code);
    expect(await reject(code)).toMatchObject({ status: 200, body: { status: 'rejected' } });
    expect(await heldBy('0303')).toBeNull();
    expect(await land.sent(code, 'transfer-slip-withdrawn')).toEqual([expect.objectContaining({ ...about, reason })]);
    expect(await land.sent(code, 'processing-concluded')).toEqual([expect.objectContaining(refused)]);
    const body = { ...issued, ...about };
    await land.say(PaymentNoticesIssuedHandler, { of: PaymentNoticesIssuedV1, body, sender: 'tax' });
    expect(await land.view(code)).toMatchObject({ status: 'rejected', notices: [] });
  });

  it('waits for papers that the citizen was asked for, and is never refused once the register is written', async () => {
    await land.policy('check', 'manual');
    const waiting = await land.forwarded(304);
    await land.policy('check', 'automatic-when-clean');
    const papers = [{ kind: 'contract', name: 'Hợp đồng', reason: 'Thiếu trang' }];
    await land.create(land.officer, `/dossiers/${waiting}/want-papers`, { papers });
    expect(await reject(waiting, land.officer)).toMatchObject({ body: { code: 'land-registry.PAPERS_AWAITED' } });
    const done = await land.concluded(305);
    expect(await reject(done)).toMatchObject({ status: 409, body: { code: 'land-registry.REJECTION_TOO_LATE' } });
  });

  it('is decided about by who looked at what stands (If-Match)', async () => {
    const code = await land.forwarded(306);
    const blind = { method: 'POST', body: { reason }, headers: {} } as const;
    expect((await land.leader.call<Problem>(`/dossiers/${code}/reject`, blind)).body.code).toBe('desk.VERSION_MISSING');
  });
});
