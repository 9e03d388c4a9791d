import { ResidenceDeregisteredV1 } from '@lienthong/contracts';
import { ResidenceDeregisteredHandler } from '../src/answers/residence-deregistered.handler';
import { ResultHandedOverHandler } from '../src/answers/result-handed-over.handler';
import { CivilStage, deathNumber, DESK } from './civil-status.mother';

describe('a death that was registered wrongly', () => {
  let civil: CivilStage;
  beforeAll(async () => {
    civil = await CivilStage.open();
  });
  afterAll(() => civil.close());

  const deregistered = (about: string): Promise<void> =>
    civil.answer(ResidenceDeregisteredHandler, ResidenceDeregisteredV1, {
      about,
      branch: 'residence',
      office: 'tran-bien',
    });

  it('is cancelled at social insurance as well where only funeral support was chosen: it may have paid (O §4.6 wrong record)', async () => {
    const body = deathNumber(12, { benefitsWanted: false });
    const { dossierCode } = body;
    await civil.registeredDeath(body);
    const request = { decisionNumber: '12/QĐ-UBND', revokedOn: '2026-08-03', reason: 'Đăng ký nhầm người.' };
    const key = { 'idempotency-key': `revoke-${dossierCode}` };
    await civil.leader.post(`/deaths/${dossierCode}/revocation`, request, key);
    const [revoked] = await civil.sent('death-revoked', dossierCode);
    expect(revoked?.recipients).toContain('health-insurance/bien-hoa');
  });

  it('is taken back while its results wait at the desk; a hand-over that crosses is somebody’s task (O §4.6 wrong record)', async () => {
    const { funeral: _funeral, ...declaration } = deathNumber(17).declaration;
    const body = { ...deathNumber(17), declaration: { ...declaration, benefitsWanted: false } };
    const { dossierCode } = body;
    expect((await civil.registeredDeath(body)).subDossiers.map(({ branch }) => branch)).toEqual([
      'registration',
      'residence',
    ]);
    await deregistered(dossierCode);
    expect(await civil.view(dossierCode)).toMatchObject({ status: 'concluded', state: 9 });
    const request = { decisionNumber: '13/QĐ-UBND', revokedOn: '2026-08-03', reason: 'Đăng ký nhầm người.' };
    const key = { 'idempotency-key': `revoke-${dossierCode}` };
    expect((await civil.leader.post(`/deaths/${dossierCode}/revocation`, request, key)).status).toBe(200);
    expect(await civil.view(dossierCode)).toMatchObject({ status: 'stopped', state: 8 });
    expect(await civil.sent('death-revoked', dossierCode)).toHaveLength(1);
    expect(await civil.sent('chain-concluded', dossierCode)).toHaveLength(1);
    const handedOver = { dossierCode, handedOverAt: '2026-08-03T10:00:00+07:00' };
    await civil.stage.handle(ResultHandedOverHandler, { body: handedOver, sender: 'intake', senderOffice: DESK });
    const { body: tasks } = await civil.registrar.get<{ items: object[] }>('/tasks?kind=officer-task&limit=100');
    expect(tasks.items).toContainEqual(expect.objectContaining({ dossierCode }));
    expect(await civil.view(dossierCode)).toMatchObject({ status: 'stopped' });
  });

  it('is cancelled by a decision only; everybody who was asked and the desk hear of it, once (O §4.6 wrong record)', async () => {
    const body = deathNumber(11);
    const { dossierCode } = body;
    await civil.registeredDeath(body);
    await deregistered(dossierCode);
    const path = `/deaths/${dossierCode}/revocation`;
    const decision = { revokedOn: '2026-08-03', reason: 'Đăng ký nhầm người.' };
    const key = (number: number): Record<string, string> => ({ 'idempotency-key': `revoke-${dossierCode}-${number}` });
    expect(await civil.leader.post(path, decision, key(1))).toMatchObject({ status: 400 });
    const request = { ...decision, decisionNumber: '09/QĐ-UBND' };
    expect(await civil.leader.post(path, request, key(2))).toMatchObject({
      status: 200,
      body: { notes: [{ kind: 'revoked', decisionNumber: '09/QĐ-UBND' }] },
    });
    const [revoked, ...more] = await civil.sent('death-revoked', dossierCode);
    expect(more).toEqual([]);
    expect(
      revoked?.recipients
        .split(',')
        .map((part) => part.trim())
        .sort(),
    ).toEqual(['health-insurance/bien-hoa', 'intake/bien-hoa', 'residence/tran-bien', 'social-protection/tran-bien']);
    expect(await civil.sent('branch-stopped', dossierCode)).toHaveLength(2);
    expect(await civil.sent('chain-concluded', dossierCode)).toMatchObject([
      { body: { outcome: 'stopped', reason: request.reason, results: [] } },
    ]);
    expect(await civil.view(dossierCode)).toMatchObject({ status: 'stopped', state: 8 });
    expect(await civil.leader.post(path, request, key(3))).toMatchObject({
      body: { code: 'civil-status.ALREADY_REVOKED' },
    });
    const places = await civil.query('select page from register_entry where dossier_code = $1', [dossierCode]);
    expect(places).toHaveLength(1);
  });
});
