import {
  BenefitsStoppedV1,
  DeregistrationForwardedV1,
  FuneralSupportDecidedV1,
  FuneralSupportRefusedV1,
  ResidenceDeregisteredV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { BenefitsStoppedHandler } from '../src/answers/benefits-stopped.handler';
import { DeregistrationForwardedHandler } from '../src/answers/deregistration-forwarded.handler';
import { FuneralSupportDecidedHandler } from '../src/answers/funeral-support-decided.handler';
import { FuneralSupportRefusedHandler } from '../src/answers/funeral-support-refused.handler';
import { ResidenceDeregisteredHandler } from '../src/answers/residence-deregistered.handler';
import { ResultHandedOverHandler } from '../src/answers/result-handed-over.handler';
import { CivilStage, deathNumber, DESK } from './civil-status.mother';

describe('the death chain at the registrar', () => {
  let civil: CivilStage;
  beforeAll(async () => {
    civil = await CivilStage.open();
  });
  afterAll(() => civil.close());

  const deregistered = (about: string, change: Partial<ResidenceDeregisteredV1> = {}): Promise<void> =>
    civil.answer(ResidenceDeregisteredHandler, ResidenceDeregisteredV1, {
      about,
      branch: 'residence',
      change,
      office: 'tran-bien',
    });
  const benefitsStopped = (about: string): Promise<void> =>
    civil.answer(BenefitsStoppedHandler, BenefitsStoppedV1, { about, branch: 'benefits', office: 'bien-hoa' });
  const funeralDecided = (about: string): Promise<void> =>
    civil.answer(FuneralSupportDecidedHandler, FuneralSupportDecidedV1, {
      about,
      branch: 'funeral',
      office: 'tran-bien',
    });

  it('goes from the declaration to extract, residence, benefits and funeral support (O §4.6)', async () => {
    const body = deathNumber(1);
    const { dossierCode } = body;
    expect(await civil.registeredDeath(body)).toMatchObject({
      status: 'running',
      entry: { registrationNumber: '1/2026', book: 'KT-01/2026', page: 1 },
    });
    expect(await civil.sent('death-registered', dossierCode)).toMatchObject([{ recipients: 'intake/bien-hoa' }]);
    const asked = ['residence-deregistration-requested', 'benefits-stop-requested', 'funeral-support-requested'];
    const [residence, benefits, funeral] = await Promise.all(asked.map((name) => civil.sent(name, dossierCode)));
    expect(residence).toMatchObject([{ recipients: 'residence/tran-bien' }]);
    expect(benefits).toMatchObject([{ recipients: 'health-insurance/bien-hoa' }]);
    expect(funeral).toMatchObject([{ recipients: 'social-protection/tran-bien' }]);
    await deregistered(dossierCode);
    await benefitsStopped(dossierCode);
    await funeralDecided(dossierCode);
    const { amountDong } = messageOf(FuneralSupportDecidedV1).example;
    expect(await civil.sent('chain-concluded', dossierCode)).toMatchObject([
      {
        body: {
          outcome: 'completed',
          results: [
            { kind: 'death-extract', book: 'KT-01/2026' },
            { kind: 'residence-deregistration' },
            { kind: 'benefits-stop' },
            { kind: 'funeral-support', amountDong },
          ],
        },
      },
    ]);
  });

  it('asks for what the applicant chose only: two procedures of the group (O §4.6 choice)', async () => {
    const { funeral: _funeral, ...declaration } = deathNumber(2).declaration;
    const body = { ...deathNumber(2), declaration: { ...declaration, benefitsWanted: false } };
    const view = await civil.registeredDeath(body);
    expect(view.subDossiers.map(({ branch }) => branch)).toEqual(['registration', 'residence']);
    await deregistered(body.dossierCode);
    expect(await civil.view(body.dossierCode)).toMatchObject({ status: 'concluded', outcome: 'completed' });
  });

  it('registers without number and residence; nothing to delete is an end and no error (O §4.6 nothing to delete)', async () => {
    const body = deathNumber(3);
    const { personalIdentificationNumber: _n, residence: _r, ...deceased } = body.declaration.deceased;
    const unknown = {
      ...body,
      declaration: { ...body.declaration, deceased: { ...deceased, name: 'Trần Văn Vô Danh' } },
    };
    expect(await civil.registeredDeath(unknown)).toMatchObject({
      status: 'running',
      flags: ['no-personal-number', 'no-residence'],
    });
    expect(await civil.sent('residence-deregistration-requested', body.dossierCode)).toMatchObject([
      { recipients: 'residence/tran-bien' },
    ]);
    const { noticeNumber: _notice, ...nothing } = messageOf(ResidenceDeregisteredV1).example;
    await civil.stage.handle(ResidenceDeregisteredHandler, {
      sender: 'residence',
      senderOffice: 'tran-bien',
      body: {
        ...nothing,
        dossierCode: body.dossierCode,
        subDossierCode: `${body.dossierCode}/residence`,
        outcome: 'nothing-to-delete',
      },
    });
    const view = await civil.view(body.dossierCode);
    expect(view.subDossiers[1]).toMatchObject({ branch: 'residence', state: 9 });
    expect(view.results).toContainEqual(expect.objectContaining({ number: 'Không có đăng ký thường trú' }));
  });

  it('waits for the police of another province, and the funeral branch does not (O §4.6 another province)', async () => {
    const body = deathNumber(4);
    const { dossierCode } = body;
    const residence = { provinceCode: '79', communeCode: '26734', detail: 'TP Hồ Chí Minh' };
    const deceased = { ...body.declaration.deceased, residence };
    await civil.registeredDeath({ ...body, declaration: { ...body.declaration, deceased } });
    await civil.answer(DeregistrationForwardedHandler, DeregistrationForwardedV1, {
      about: dossierCode,
      branch: 'residence',
      change: { provinceCode: '79' },
      office: 'tran-bien',
    });
    await funeralDecided(dossierCode);
    await benefitsStopped(dossierCode);
    expect(await civil.view(dossierCode)).toMatchObject({
      status: 'running',
      subDossiers: [{ state: 9 }, { branch: 'residence', state: 1 }, { state: 9 }, { branch: 'funeral', state: 9 }],
    });
    const notes = (await civil.sent('chain-progressed', dossierCode)).map(({ body: { note } }) => note);
    expect(notes).toContainEqual(expect.stringContaining('79'));
    await deregistered(dossierCode);
    expect(await civil.view(dossierCode)).toMatchObject({ status: 'concluded', outcome: 'completed' });
  });

  it('delivers the extract to one who is not entitled to the support (O §4.6 not entitled)', async () => {
    const body = deathNumber(5);
    const { dossierCode } = body;
    await civil.registeredDeath(body);
    await deregistered(dossierCode);
    await benefitsStopped(dossierCode);
    await civil.answer(FuneralSupportRefusedHandler, FuneralSupportRefusedV1, {
      about: dossierCode,
      branch: 'funeral',
      change: { accepted: false },
      office: 'tran-bien',
    });
    const [concluded] = await civil.sent('chain-concluded', dossierCode);
    expect(concluded?.body).toMatchObject({
      outcome: 'partly-completed',
      results: [{ kind: 'death-extract' }, { kind: 'residence-deregistration' }, { kind: 'benefits-stop' }],
    });
    expect((await civil.view(dossierCode)).subDossiers[3]).toMatchObject({ branch: 'funeral', state: 3 });
  });

  it('links a second declaration by another relative to the first (O §4.6 second claim)', async () => {
    const first = deathNumber(6);
    await civil.registeredDeath(first);
    const { deceased } = first.declaration;
    const requester = { ...first.declaration.requester, name: 'Nguyễn Thị Khác', relation: 'sibling' as const };
    const second = deathNumber(7, { deceased: { ...deceased, name: deceased.name.toUpperCase() }, requester });
    await civil.declareDeath(second);
    expect(await civil.sent('chain-concluded', second.dossierCode)).toMatchObject([
      { body: { outcome: 'not-accepted', firstDossierCode: first.dossierCode } },
    ]);
  });

  it('finds the first declaration also without the number, by name and days, and from another commune (O §4.6 second claim)', async () => {
    const first = deathNumber(13);
    const deceased = { ...first.declaration.deceased, name: 'Trần Thị Hai Lần' };
    await civil.registeredDeath({ ...first, declaration: { ...first.declaration, deceased } });
    const { personalIdentificationNumber: _number, ...unnumbered } = deceased;
    const second = deathNumber(14, { deceased: unnumbered });
    await civil.declareDeath(second);
    const elsewhere = deathNumber(15, { deceased, registrationCommuneCode: '26368' });
    await civil.declareDeath(elsewhere, 'long-thanh');
    for (const { dossierCode } of [second, elsewhere]) {
      expect(await civil.sent('chain-concluded', dossierCode)).toMatchObject([
        { body: { outcome: 'not-accepted', firstDossierCode: first.dossierCode } },
      ]);
    }
    const personalIdentificationNumber = '075040999999';
    const namesake = deathNumber(16, { deceased: { ...deceased, personalIdentificationNumber } });
    expect(await civil.registeredDeath(namesake)).toMatchObject({ status: 'running' });
  });

  it('takes a substitute paper where there is no notification, and refuses without one (O §4.6 no death notification)', async () => {
    const papers = [{ kind: 'witness-paper', name: 'Giấy của người làm chứng' }];
    const proof = { kind: 'witness-paper' } as const;
    expect(await civil.registeredDeath(deathNumber(8, { proof, papers }))).toMatchObject({
      flags: ['substitute-proof'],
    });
    const without = deathNumber(9, { proof, papers: [] });
    await civil.declareDeath(without);
    expect(await civil.view(without.dossierCode)).toMatchObject({
      status: 'refused',
      reason: expect.stringContaining('giấy báo tử'),
      documentNumber: expect.stringMatching(/^\d{5}\/2026\/TB-TRAN-BIEN$/),
    });
  });

  it('leaves a child that lived less than 24 hours to the rules outside the chain (O §4.6)', async () => {
    const body = deathNumber(10);
    const deceased = { ...body.declaration.deceased, birthDate: body.declaration.deceased.diedOn };
    await civil.declareDeath({ ...body, declaration: { ...body.declaration, deceased } });
    expect(await civil.view(body.dossierCode)).toMatchObject({ status: 'refused', state: 3 });
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
