import {
  DossierForwardedV1,
  PaymentNoticesIssuedV1,
  SlipCompletionRequestedV1,
  TransferSlipReceivedV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import type { ApiClient } from '@lienthong/testing';
import { DossierForwardedHandler } from '../src/dossiers/dossier-forwarded.handler';
import { PaymentNoticesIssuedHandler } from '../src/notices/payment-notices-issued.handler';
import { SlipCompletionRequestedHandler } from '../src/slips/slip-completion-requested.handler';
import { TransferSlipReceivedHandler } from '../src/slips/transfer-slip-received.handler';
import { issued, slipReceipt } from './land-dossier.mother';
import { dossierNumber, recordsOf } from './land-registry.mother';
import { LandStory } from './land-story.mother';

describe('slips that a leader signs', () => {
  let land: LandStory;
  beforeAll(async () => {
    land = await LandStory.start();
  });
  afterAll(() => land.stop());

  const received = async (code: string): Promise<string> => {
    const body = { ...slipReceipt, ...(await land.about(code)) };
    return land.say(TransferSlipReceivedHandler, { of: TransferSlipReceivedV1, body, sender: 'tax' });
  };
  const contractOf = (slip: object): object => (slip as { contract: object }).contract;

  it('are filled from register and procedure; what L §2.1.3 marks with M and stays blank is a warning to officer and leader', async () => {
    const { registerNumber: _unsaid, ...said } = dossierNumber(20).certificate;
    const dossier = dossierNumber(20, { certificate: said });
    const details = { address: '12 Đường Thử', longTerm: true, origin: 'CNQ-CTT', privateAreaSquareMetres: '100' };
    const { parcels, rows } = recordsOf(dossier);
    const certificate = { ...dossier.certificate, registerNumber: 'CS 00020' };
    const enter = (change: object) =>
      land.keeper.post('/parcels', { parcels: parcels.map((parcel) => ({ ...parcel, certificate, ...change })) });
    // the register may say more later, never something else
    expect((await enter({})).body).toMatchObject({ registered: 1 });
    expect((await enter({ details })).body).toMatchObject({ registered: 1 });
    expect((await enter({ details })).body).toMatchObject({ known: 1 });
    expect((await enter({ details: { ...details, origin: 'DG-KTT' } })).status).toBe(409);
    await land.keeper.post('/price-rows', { rows });
    await land.say(DossierForwardedHandler, { of: DossierForwardedV1, body: dossier, sender: 'intake' });
    const code = dossier.dossierCode;
    const { slip } = await land.view(code);
    expect(slip).toMatchObject({ parcels: [details], certificate, procedureName: expect.any(String) as string });
    const preview = async () =>
      (await land.officer.get<{ faults: object[]; warnings: { rule: string }[] }>(`/dossiers/${code}/slip-paper`)).body;
    const { faults, warnings } = await preview();
    expect(faults).toEqual([]);
    const blanks = new Set(warnings.map(({ rule }) => rule.replace('land-registry.SLIP_FIELD_', '')));
    blanks.delete('PERSON_PHONE');
    expect([...blanks]).toEqual(['PERSON_ADDRESS', 'CERTIFICATE_ISSUER', 'NOTARY']);
    expect((await land.leader.post(`/dossiers/${code}/sign-slip`)).status).toBe(200);
    expect((await preview()).warnings).toEqual([]);
  });

  it('are not signed with a blank where the office says so (SLIP_BLANKS)', async () => {
    const strict = await LandStory.start({ SLIP_BLANKS: 'refuse' });
    try {
      const code = await strict.forwarded(1);
      const refused = await strict.leader.post<{ faults: { rule: string }[] }>(`/dossiers/${code}/sign-slip`);
      expect(refused.status).toBe(422);
      expect(refused.body.faults.map(({ rule }) => rule)).toContain('land-registry.SLIP_FIELD_PARCEL_TERM');
    } finally {
      await strict.stop();
    }
  });

  it('F4, M14: the register is written from the corrected slip, by which was taxed, and nobody enters it who is not in the papers', async () => {
    const [buyer] = dossierNumber(16).buyers;
    const other = { ...buyer!, name: 'Trần Thị Hai', personalIdentificationNumber: '075190000018' };
    const filed = [buyer!, other].map((person) => ({ ...person, share: '1/2' }));
    const code = await land.forwarded(16, { buyers: filed });
    await land.leader.post(`/dossiers/${code}/sign-slip`);
    await received(code);
    const asked = { ...messageOf(SlipCompletionRequestedV1).example, ...(await land.about(code)) };
    await land.say(SlipCompletionRequestedHandler, { of: SlipCompletionRequestedV1, body: asked, sender: 'tax' });
    const buyers = filed.map((person, i) => ({ ...person, share: `${3 - i}/5` }));
    const stranger = { ...other, name: 'Người Lạ', personalIdentificationNumber: '075190000026' };
    await land.officer.post(`/dossiers/${code}/correct-slip`, { buyers: [buyers[0], { ...stranger, share: '2/5' }] });
    const refused = await land.leader.post<{ faults: { rule: string }[] }>(`/dossiers/${code}/sign-slip`);
    expect(refused.body.faults.map(({ rule }) => rule.replace('land-registry.SLIP_', ''))).toEqual([
      'BUYER_NOT_IN_PAPERS',
      'BUYER_LEFT_OUT',
    ]);
    await land.officer.put(`/dossiers/${code}/slip`, { buyers });
    await land.leader.post(`/dossiers/${code}/sign-slip`);
    await received(code);
    const notices = { ...issued, ...(await land.about(code)) };
    await land.say(PaymentNoticesIssuedHandler, { of: PaymentNoticesIssuedV1, body: notices, sender: 'tax' });
    await land.fulfil(code);
    await land.leader.post(`/dossiers/${code}/sign-certificate`);
    const owners = buyers.map(({ name, personalIdentificationNumber, share }) => ({ name, personalIdentificationNumber, share })); // prettier-ignore
    const [line] = await land.query<{ owners: object[] }>('select owners from register_entry where dossier_code = $1', [
      code,
    ]);
    expect(line?.owners).toEqual(owners);
    const [parcel] = await land.query<{ owners: object[] }>(
      `select owners from parcel where parcel_number = '0016'`,
      [],
    );
    expect(parcel?.owners).toEqual(owners);
  });

  /** The slips that a leader has looked at, in their versions of now. */
  async function lookedAt(...codes: readonly string[]): Promise<{ dossierCode: string; etag: string }[]> {
    const rows = await land.query<{ key: string; version: number }>(
      `select key, version from desk_entry where kind = 'dossier' and key = any($1)`,
      [codes],
    );
    const versions = new Map(rows.map(({ key, version }) => [key, version]));
    return codes.map((dossierCode) => ({ dossierCode, etag: `"${versions.get(dossierCode) ?? 1}"` }));
  }
  const signAll = (slips: readonly object[], by: ApiClient = land.leader, reason?: string) =>
    by.post<{ results: object[] }>('/slips/sign', { slips, ...(reason !== undefined && { reason }) });

  it('signs many slips at once and answers each by itself', async () => {
    const [good, faulty, later] = [await land.forwarded(8), await land.forwarded(9), await land.forwarded(10)];
    await land.officer.put(`/dossiers/${faulty}/slip`, { changeKind: 'extension' });
    const slips = await lookedAt(later, faulty, 'H19.91.01-260803-9999', good);
    const strange = await signAll(slips.slice(3), await land.service.as('land-leader', 'long-thanh'));
    expect(strange.body.results).toMatchObject([{ outcome: 'refused', code: 'access.OTHER_OFFICE' }]);
    const { status, body } = await signAll(slips, land.leader, 'Đã xem từng phiếu');
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
    expect((await land.view(good)).status).toBe('slip-sent');
    expect((await land.view(faulty)).status).toBe('slip-drafted');
    const { items } = (await land.officer.get<{ items: object[] }>(`/history/${good}`)).body;
    expect(items.at(-1)).toMatchObject({ state: 'slip-sent', reason: 'Đã xem từng phiếu' });
    expect((await signAll(Array<object>(51).fill(slips[0]!))).status).toBe(400);
    expect((await land.leader.post('/slips/sign', { dossierCodes: [good] })).status).toBe(400);
  });

  it('signs of many slips only those that nobody changed since the leader looked, and that no colleague has claimed', async () => {
    const [changed, claimed, kept] = [await land.forwarded(12), await land.forwarded(13), await land.forwarded(14)];
    const slips = await lookedAt(changed, claimed, kept);
    const { slip } = await land.view(changed);
    await land.officer.put(`/dossiers/${changed}/slip`, { contract: { ...contractOf(slip), totalDong: '900000000' } });
    const colleague = land.service.api.as(
      await land.service.home.token({ member: 'land-registry', role: 'land-leader', person: 'second-leader' }),
    );
    expect((await colleague.post(`/work-list/dossier/${claimed}/claim`)).status).toBe(200);
    expect((await signAll(slips)).body.results).toMatchObject([
      { dossierCode: changed, outcome: 'refused', code: 'desk.CHANGED_MEANWHILE' },
      { dossierCode: claimed, outcome: 'refused', code: 'desk.CLAIMED_BY_ANOTHER' },
      { dossierCode: kept, outcome: 'signed' },
    ]);
    expect((await land.view(changed)).status).toBe('slip-drafted');
    expect((await land.view(claimed)).status).toBe('slip-drafted');
  });

  it('stores nothing of slips that a leader without a signing key wanted to sign', async () => {
    const [code] = [await land.forwarded(15)];
    const keyless = land.service.api.as(
      await land.service.home.token({ member: 'land-registry', role: 'land-leader', person: 'leader-without-key' }),
    );
    expect((await signAll(await lookedAt(code), keyless)).body.results).toMatchObject([
      { outcome: 'refused', code: 'keys.STAFF_KEY_MISSING' },
    ]);
    expect((await land.view(code)).status).toBe('slip-drafted');
    expect((await land.officer.get<{ slips: object[] }>(`/dossiers/${code}/slips`)).body.slips).toEqual([]);
    expect((await signAll(await lookedAt(code))).body.results).toMatchObject([{ outcome: 'signed' }]);
  });
});
