import {
  type BuildingPrice,
  DossierForwardedV1,
  ObligationFulfilledV1,
  PaymentNoticesIssuedV1,
  SlipCompletionRequestedV1,
  TransferSlipReceivedV1,
  TransferSlipReturnedV1,
  type TransferSlipSentV2,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { type ApiClient, pdfText, type TestService, withClient, withoutSpaces } from '@lienthong/testing';
import { ObligationFulfilledHandler } from '../src/certificates/obligation-fulfilled.handler';
import { DossierForwardedHandler } from '../src/dossiers/dossier-forwarded.handler';
import { PaymentNoticesIssuedHandler } from '../src/notices/payment-notices-issued.handler';
import { SlipCompletionRequestedHandler } from '../src/slips/slip-completion-requested.handler';
import { TransferSlipReceivedHandler } from '../src/slips/transfer-slip-received.handler';
import { TransferSlipReturnedHandler } from '../src/slips/transfer-slip-returned.handler';
import { fulfilled, issued, slipReceipt, slipReturn } from './land-dossier.mother';
import { deliver, dossierNumber, recordsOf, startLandRegistry } from './land-registry.mother';

type Slip = Omit<TransferSlipSentV2, 'signature'>;
interface View {
  readonly status: string;
  readonly slip: Slip;
}

const price: BuildingPrice = { from: '2026-01-01', pricePerSquareMetreDong: '6500000' as never, basis: 'province' };

describe('slips of the land registration office', () => {
  let service: TestService;
  let officer: ApiClient;
  let leader: ApiClient;
  beforeAll(async () => {
    service = await startLandRegistry();
    officer = await service.as('land-officer');
    leader = await service.as('land-leader');
  });
  afterAll(() => service.stop());

  const query = <R>(sql: string, values: readonly unknown[]): Promise<R[]> =>
    withClient(service.database.appUrl, async (client) => (await client.query(sql, [...values])).rows as R[]);
  const sent = (code: string, name: string): Promise<Record<string, unknown>[]> =>
    query<{ body: Record<string, unknown> }>(
      `select convert_from(payload, 'utf8')::jsonb as body from outbox where subject = $1 and type like '%.' || $2 || '.v_' order by ord`,
      [code, name],
    ).then((rows) => rows.map(({ body }) => body));
  const view = async (code: string): Promise<View> => (await officer.get<View>(`/dossiers/${code}`)).body;
  const slips = async (code: string): Promise<Record<string, unknown>[]> =>
    (await officer.get<{ slips: Record<string, unknown>[] }>(`/dossiers/${code}/slips`)).body.slips;
  const ofSlip = ({ dossierCode, slipId, slipNumber }: Slip): Pick<Slip, 'dossierCode' | 'slipId' | 'slipNumber'> => ({
    dossierCode,
    slipId,
    slipNumber,
  });

  /** A dossier whose slip waits for the leader. */
  async function drafted(number: number): Promise<string> {
    const dossier = dossierNumber(number);
    const { parcels, rows } = recordsOf(dossier);
    const keeper = await service.as('land-records-keeper');
    await keeper.post('/parcels', { parcels });
    await keeper.post('/price-rows', { rows });
    await deliver(service, DossierForwardedHandler, { of: DossierForwardedV1, body: dossier, sender: 'intake' });
    return dossier.dossierCode;
  }

  async function sign(code: string): Promise<Slip> {
    expect((await leader.post(`/dossiers/${code}/sign-slip`)).body).toMatchObject({ status: 'slip-sent' });
    return (await view(code)).slip;
  }

  const received = (slip: Slip): Promise<string> =>
    deliver(service, TransferSlipReceivedHandler, {
      of: TransferSlipReceivedV1,
      body: { ...slipReceipt, ...ofSlip(slip) },
      sender: 'tax',
    });
  const returned = (slip: Slip, faults = slipReturn.faults): Promise<string> =>
    deliver(service, TransferSlipReturnedHandler, {
      of: TransferSlipReturnedV1,
      body: { ...slipReturn, ...ofSlip(slip), faults },
      sender: 'tax',
    });

  it('R1, R8, R9, R11: signs no slip with a fault, says all of them at once, and shows them to the officer before', async () => {
    const code = await drafted(1);
    const { slip } = await view(code);
    const change = {
      buyers: slip.buyers.map((buyer) => ({ ...buyer, share: '1/2' })),
      contract: { ...slip.contract, includesBuilding: true },
      claims: [
        { revenue: 'personal-income-tax', ground: 'sole-home', person: '075190000001', heldSince: '2026-02-03' },
      ],
      changeKind: 'split-or-merge',
    };
    expect((await officer.put(`/dossiers/${code}/slip`, change)).status).toBe(200);
    const refused = await leader.post<{ faults: { rule: string }[] }>(`/dossiers/${code}/sign-slip`);
    expect(refused).toMatchObject({ status: 422, body: { code: 'land-registry.SLIP_FAULTY' } });
    const rules = ['R1_SHARES_NOT_WHOLE', 'R8_BUILDING_MISSING', 'R9_SOLE_HOME_TOO_SHORT', 'R11_KIND_NOT_ALLOWED'];
    expect(refused.body.faults.map(({ rule }) => rule)).toEqual(rules.map((rule) => `land-registry.SLIP_${rule}`));
    const preview = await leader.get<{ faults: object[] }>(`/dossiers/${code}/slip-paper`);
    expect(preview.body.faults).toHaveLength(4);
    expect(await sent(code, 'transfer-slip-sent')).toEqual([]);
    expect((await view(code)).status).toBe('slip-drafted');
  });

  it('R5: signs no slip of a parcel that an authority blocked after the check, until the order is lifted', async () => {
    const code = await drafted(11);
    const { slip } = await view(code);
    const [{ communeCode, mapSheet, parcelNumber }] = slip.parcels as [Slip['parcels'][number]];
    const keeper = await service.as('land-records-keeper');
    const place = { communeCode, mapSheet, parcelNumber, documentNumber: '7/QĐ-CCTHA' };
    const order = { ...place, kind: 'distraint', issuedBy: 'Chi cục Thi hành án', issuedOn: '2026-08-03' };
    expect((await keeper.post('/block-orders', order, { 'idempotency-key': 'order-of-7' })).status).toBe(201);
    const refused = await leader.post(`/dossiers/${code}/sign-slip`);
    const faults = [{ path: 'parcels[0]', rule: 'land-registry.SLIP_R5_PARCEL_BLOCKED' }];
    expect(refused).toMatchObject({ status: 422, body: { faults } });
    await keeper.post('/block-orders/lift', { ...place, liftedByDocument: '8/QĐ-CCTHA', liftedOn: '2026-08-03' });
    await sign(code);
  });

  it('sends the whole slip of L §2.1.3: house, prices apart, claims, wish to defer, papers by their hash', async () => {
    const code = await drafted(2);
    const { slip } = await view(code);
    const [{ communeCode, mapSheet, parcelNumber }] = slip.parcels as [Slip['parcels'][number]];
    const house = {
      communeCode,
      mapSheet,
      parcelNumber,
      kind: 'Nhà ở',
      floorAreaSquareMetres: '150',
      qualityPercent: 80,
    };
    const change = {
      contract: { ...slip.contract, includesBuilding: true, landDong: '300000000', buildingDong: '200000000' },
      buildings: [{ ...house, priceRows: [price] }],
      claims: [{ revenue: 'personal-income-tax', ground: 'sole-home', person: '075190000001', otherHomes: 0 }],
      deferrals: [{ revenue: 'registration-fee', person: '075088000002', basis: 'hộ nghèo', proof: 'papers' }],
      sellers: slip.sellers.map((person) => ({ ...person, address: { text: 'Số 1' }, taxCode: '8012345677' })),
    };
    const unknown = await officer.put(`/dossiers/${code}/slip`, { ...change, slipNumber: 'mine' });
    expect(unknown).toMatchObject({ status: 400, body: { faults: [{ path: 'slipNumber', rule: 'unknown' }] } });
    await officer.put(`/dossiers/${code}/slip`, change);
    const scan = `/dossiers/${code}/scans/contract?name=hop-dong.pdf&contentType=application/pdf`;
    const held = await fetch(`${service.api.url}${scan}`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${await service.home.token({ member: 'land-registry', role: 'land-officer' })}`,
      },
      body: 'hợp đồng',
    });
    const { sha256 } = (await held.json()) as { sha256: string };

    await sign(code);
    const [message] = await sent(code, 'transfer-slip-sent');
    expect(message).toMatchObject({
      ...change,
      changeKind: 'transfer',
      submission: 1,
      attachments: [{ code: 'contract', name: 'hop-dong.pdf', sha256, size: Buffer.byteLength('hợp đồng') }],
    });
    const { body } = await leader.get<{ paper: { draft: boolean } }>(`/dossiers/${code}/slip-paper`);
    expect(body.paper).toMatchObject({ draft: false, form: { number: '15' } });
    const { signerName } = message?.['signature'] as { signerName: string };
    for (const said of ['Số 1', '8012345677', 'Nhà ở, đất ở duy nhất', 'hộ nghèo', 'hop-dong.pdf', signerName]) {
      expect(JSON.stringify(body.paper)).toContain(said);
    }
    expect(JSON.stringify(body.paper)).not.toContain('Lâu dài');
  });

  it('F3: a returned slip is corrected as version two, which names the first and what it changed', async () => {
    const code = await drafted(3);
    const first = await sign(code);
    await returned(first);
    const contract = { ...first.contract, totalDong: '600000000' };
    const corrected = await officer.post<View>(`/dossiers/${code}/correct-slip`, { contract });
    expect(corrected).toMatchObject({ status: 200, body: { status: 'slip-drafted' } });
    const second = await sign(code);
    expect(second).toMatchObject({
      submission: 2,
      submissionKind: 'replacement',
      replacesSlipId: first.slipId,
      changedFields: ['contract.totalDong'],
    });
    expect(second.slipNumber).not.toBe(first.slipNumber);
    await received(second);
    expect(await slips(code)).toMatchObject([
      { submission: 1, state: 'returned', faults: slipReturn.faults },
      { submission: 2, state: 'received', changedFields: ['contract.totalDong'] },
    ]);
    const previewOf = async (submission: string): Promise<string> =>
      JSON.stringify((await officer.get(`/dossiers/${code}/slips/${submission}`)).body);
    const [before, after] = [await previewOf('1'), await previewOf('2')];
    expect(before).toContain('500.000.000');
    expect(before).not.toContain('600.000.000');
    for (const said of ['600.000.000', first.slipNumber, second.slipNumber]) expect(after).toContain(said);
    expect(after).not.toContain(first.slipId);
    const printed = await pdfText((await officer.file(`/dossiers/${code}/slips/1/paper`)).bytes);
    for (const said of ['500.000.000', first.slipNumber]) expect(printed).toContain(withoutSpaces(said));
    expect(printed).not.toContain(withoutSpaces('DỰ THẢO'));
    expect((await officer.get(`/dossiers/${code}/slips/3`)).status).toBe(404);
    expect((await officer.get(`/dossiers/${code}/slips/first`)).status).toBe(400);
    expect((await (await service.as('land-officer', 'long-thanh')).get(`/dossiers/${code}/slips/1`)).status).toBe(403);
  });

  it('F4: a slip that was accepted is completed when the tax office asks, by the day it names (M13, M14)', async () => {
    const code = await drafted(4);
    const first = await sign(code);
    await received(first);
    const asked = { ...messageOf(SlipCompletionRequestedV1).example, ...ofSlip(first) };
    await deliver(service, SlipCompletionRequestedHandler, {
      of: SlipCompletionRequestedV1,
      body: asked,
      sender: 'tax',
    });
    expect(await view(code)).toMatchObject({ status: 'slip-returned', slipFaults: asked.faults });
    expect(await slips(code)).toMatchObject([{ state: 'completion-wanted', answerBy: '2026-08-12', isLate: false }]);
    expect((await officer.get('/work-list?step=correct-slip')).body).toMatchObject({
      items: expect.arrayContaining([
        expect.objectContaining({ dossierCode: code, dueAt: '2026-08-12T17:00:00.000+07:00', late: false }),
      ]) as object[],
    });
    expect((await officer.get(`/dossiers/${code}/whereabouts`)).body).toMatchObject({
      dueAt: '2026-08-12T17:00:00.000+07:00',
    });
    await officer.post(`/dossiers/${code}/correct-slip`, { contract: { ...first.contract, totalDong: '600000000' } });
    const second = await sign(code);
    expect(second).toMatchObject({ submission: 2, submissionKind: 'supplement', replacesSlipId: first.slipId });
    // what is returned afterwards was not asked for by that day
    await returned(second);
    expect((await officer.get(`/dossiers/${code}/whereabouts`)).body).not.toMatchObject({
      dueAt: '2026-08-12T17:00:00.000+07:00',
    });
  });

  it('F5: replaces a wrong slip without being asked; what was on its way about the first one moves nothing', async () => {
    const code = await drafted(5);
    const first = await sign(code);
    const reason = 'Giá đất trên phiếu sai';
    const body = { reason, contract: { ...first.contract, totalDong: '700000000' } };
    expect((await officer.post(`/dossiers/${code}/replace-slip`, body)).body).toMatchObject({ status: 'slip-drafted' });
    await received(first);
    const notices = { ...issued, ...ofSlip(first) };
    await deliver(service, PaymentNoticesIssuedHandler, { of: PaymentNoticesIssuedV1, body: notices, sender: 'tax' });
    expect(await view(code)).toMatchObject({ status: 'slip-drafted', notices: issued.notices });
    const second = await sign(code);
    expect(second).toMatchObject({
      submission: 2,
      submissionKind: 'replacement',
      reason,
      changedFields: ['contract.totalDong'],
    });
    await returned(first);
    expect((await view(code)).status).toBe('slip-sent');
    await received(second);
    expect((await view(code)).status).toBe('slip-received');
    const amended = { ...issued, ...ofSlip(second) };
    await deliver(service, PaymentNoticesIssuedHandler, { of: PaymentNoticesIssuedV1, body: amended, sender: 'tax' });
    await officer.post(`/dossiers/${code}/replace-slip`, { reason });
    const fulfilment = { ...fulfilled, dossierCode: code };
    await deliver(service, ObligationFulfilledHandler, { of: ObligationFulfilledV1, body: fulfilment, sender: 'tax' });
    expect((await view(code)).status).toBe('slip-drafted');
    const early = await officer.post(`/dossiers/${await drafted(50)}/replace-slip`, body);
    expect(early).toMatchObject({ status: 409, body: { code: 'land-registry.STEP_NOT_ALLOWED' } });
  });

  it('M15: the leader takes a wrong slip back, and the next one goes out in its place', async () => {
    const code = await drafted(6);
    const first = await sign(code);
    await received(first);
    const reason = 'Lập nhầm thửa đất';
    expect((await officer.post(`/dossiers/${code}/withdraw-slip`, { reason })).status).toBe(403);
    expect((await leader.post(`/dossiers/${code}/withdraw-slip`, { reason })).body).toMatchObject({
      status: 'slip-returned',
    });
    expect(await sent(code, 'transfer-slip-withdrawn')).toMatchObject([
      {
        ...ofSlip(first),
        cause: 'wrong-slip',
        reason,
        documentNumber: expect.stringMatching(/TH-BIEN-HOA$/) as string,
      },
    ]);
    expect((await leader.post(`/dossiers/${code}/withdraw-slip`, { reason })).status).toBe(409);
    await officer.post(`/dossiers/${code}/correct-slip`, {});
    expect(await sign(code)).toMatchObject({ submission: 2, replacesSlipId: first.slipId });
    expect(await slips(code)).toMatchObject([{ state: 'withdrawn', reason }, { state: 'sent' }]);
  });

  it('F27: a slip that came back for its signature alarms the land office too', async () => {
    const code = await drafted(7);
    const text = 'Chữ ký trên phiếu không đúng với nội dung phiếu.';
    await returned(await sign(code), [{ rule: 'F27', code: 'tax.SLIP_SIGNATURE_INVALID', text }]);
    const { body } = await leader.get<{ items: object[] }>('/tasks?kind=alarm');
    expect(body.items).toEqual([expect.objectContaining({ dossierCode: code, text })]);
  });
});
