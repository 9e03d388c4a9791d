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
import { type ApiClient, type TestService, withClient } from '@lienthong/testing';
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
  async function drafted(number: number, change: Partial<DossierForwardedV1> = {}): Promise<string> {
    const dossier = dossierNumber(number, change);
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
    const { body } = await leader.get<{ paper: { signature: { name: string } } }>(`/dossiers/${code}/slip-paper`);
    expect(body.paper.signature.name).toMatch(/\S/);
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
      items: expect.arrayContaining([expect.objectContaining({ dossierCode: code })]) as object[],
    });
    await officer.post(`/dossiers/${code}/correct-slip`, { contract: { ...first.contract, totalDong: '600000000' } });
    expect(await sign(code)).toMatchObject({
      submission: 2,
      submissionKind: 'supplement',
      replacesSlipId: first.slipId,
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

  it('F4, M14: the register is written from the corrected slip, by which was taxed, and nobody enters it who is not in the papers', async () => {
    const [buyer] = dossierNumber(16).buyers;
    const other = { ...buyer!, name: 'Trần Thị Hai', personalIdentificationNumber: '075190000018' };
    const filed = [buyer!, other].map((person) => ({ ...person, share: '1/2' }));
    const code = await drafted(16, { buyers: filed });
    const first = await sign(code);
    await received(first);
    const asked = { ...messageOf(SlipCompletionRequestedV1).example, ...ofSlip(first) };
    await deliver(service, SlipCompletionRequestedHandler, { of: SlipCompletionRequestedV1, body: asked, sender: 'tax' }); // prettier-ignore
    const buyers = filed.map((person, i) => ({ ...person, share: `${3 - i}/5` }));
    const stranger = { ...other, name: 'Người Lạ', personalIdentificationNumber: '075190000026' };
    await officer.post(`/dossiers/${code}/correct-slip`, { buyers: [buyers[0], { ...stranger, share: '2/5' }] });
    const refused = await leader.post<{ faults: { rule: string }[] }>(`/dossiers/${code}/sign-slip`);
    expect(refused.body.faults.map(({ rule }) => rule.replace('land-registry.SLIP_', ''))).toEqual([
      'BUYER_NOT_IN_PAPERS',
      'BUYER_LEFT_OUT',
    ]);
    await officer.put(`/dossiers/${code}/slip`, { buyers });
    const second = await sign(code);
    await received(second);
    const notices = { ...issued, ...ofSlip(second) };
    await deliver(service, PaymentNoticesIssuedHandler, { of: PaymentNoticesIssuedV1, body: notices, sender: 'tax' });
    const fulfilment = { ...fulfilled, dossierCode: code };
    await deliver(service, ObligationFulfilledHandler, { of: ObligationFulfilledV1, body: fulfilment, sender: 'tax' });
    await leader.post(`/dossiers/${code}/sign-certificate`);
    const owners = buyers.map(({ name, personalIdentificationNumber, share }) => ({ name, personalIdentificationNumber, share })); // prettier-ignore
    const [line] = await query<{ owners: object[] }>('select owners from register_entry where dossier_code = $1', [
      code,
    ]);
    expect(line?.owners).toEqual(owners);
    const [parcel] = await query<{ owners: object[] }>(`select owners from parcel where parcel_number = '0016'`, []);
    expect(parcel?.owners).toEqual(owners);
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

  /** The slips that a leader has looked at, in their versions of now. */
  async function lookedAt(...codes: readonly string[]): Promise<{ dossierCode: string; etag: string }[]> {
    const rows = await query<{ key: string; version: number }>(
      `select key, version from desk_entry where kind = 'dossier' and key = any($1)`,
      [codes],
    );
    const versions = new Map(rows.map(({ key, version }) => [key, version]));
    return codes.map((dossierCode) => ({ dossierCode, etag: `"${versions.get(dossierCode) ?? 1}"` }));
  }
  const signAll = (slips: readonly object[], by: ApiClient = leader, reason?: string) =>
    by.post<{ results: object[] }>('/slips/sign', { slips, ...(reason !== undefined && { reason }) });

  it('signs many slips at once and answers each by itself', async () => {
    const [good, faulty, later] = [await drafted(8), await drafted(9), await drafted(10)];
    await officer.put(`/dossiers/${faulty}/slip`, { changeKind: 'extension' });
    const slips = await lookedAt(later, faulty, 'H19.91.01-260803-9999', good);
    const strange = await signAll(slips.slice(3), await service.as('land-leader', 'long-thanh'));
    expect(strange.body.results).toMatchObject([{ outcome: 'refused', code: 'access.OTHER_OFFICE' }]);
    const { status, body } = await signAll(slips, leader, 'Đã xem từng phiếu');
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { dossierCode: later, outcome: 'signed' },
      {
        outcome: 'refused',
        code: 'land-registry.SLIP_FAULTY',
        faults: expect.arrayContaining([
          expect.objectContaining({ rule: 'land-registry.SLIP_R11_KIND_NOT_ALLOWED' }),
        ]) as object[],
      },
      { outcome: 'refused', code: 'persistence.NOT_FOUND' },
      { dossierCode: good, outcome: 'signed' },
    ]);
    expect((await view(good)).status).toBe('slip-sent');
    expect((await view(faulty)).status).toBe('slip-drafted');
    const { items } = (await officer.get<{ items: object[] }>(`/history/${good}`)).body;
    expect(items.at(-1)).toMatchObject({ state: 'slip-sent', reason: 'Đã xem từng phiếu' });
    expect((await signAll(Array<object>(51).fill(slips[0]!))).status).toBe(400);
    expect((await leader.post('/slips/sign', { dossierCodes: [good] })).status).toBe(400);
  });

  it('signs of many slips only those that nobody changed since the leader looked, and that no colleague has claimed', async () => {
    const [changed, claimed, kept] = [await drafted(12), await drafted(13), await drafted(14)];
    const slips = await lookedAt(changed, claimed, kept);
    const { slip } = await view(changed);
    await officer.put(`/dossiers/${changed}/slip`, { contract: { ...slip.contract, totalDong: '900000000' } });
    const colleague = service.api.as(
      await service.home.token({ member: 'land-registry', role: 'land-leader', person: 'second-leader' }),
    );
    expect((await colleague.post(`/work-list/dossier/${claimed}/claim`)).status).toBe(200);
    expect((await signAll(slips)).body.results).toMatchObject([
      { dossierCode: changed, outcome: 'refused', code: 'desk.CHANGED_MEANWHILE' },
      { dossierCode: claimed, outcome: 'refused', code: 'desk.CLAIMED_BY_ANOTHER' },
      { dossierCode: kept, outcome: 'signed' },
    ]);
    expect((await view(changed)).status).toBe('slip-drafted');
    expect((await view(claimed)).status).toBe('slip-drafted');
  });

  it('stores nothing of slips that a leader without a signing key wanted to sign', async () => {
    const [code] = [await drafted(15)];
    const keyless = service.api.as(
      await service.home.token({ member: 'land-registry', role: 'land-leader', person: 'leader-without-key' }),
    );
    expect((await signAll(await lookedAt(code), keyless)).body.results).toMatchObject([
      { outcome: 'refused', code: 'keys.STAFF_KEY_MISSING' },
    ]);
    expect((await view(code)).status).toBe('slip-drafted');
    expect(await slips(code)).toEqual([]);
    expect((await signAll(await lookedAt(code))).body.results).toMatchObject([{ outcome: 'signed' }]);
  });
});
