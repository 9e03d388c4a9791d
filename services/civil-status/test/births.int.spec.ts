import {
  HealthCardIssuedV1,
  HealthCardRefusedV1,
  OpinionGivenV1,
  ResidenceRefusedV1,
  ResidenceRegisteredV1,
  ResidenceSupplementWantedV1,
  ResultHandedOverV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { HealthCardRefusedHandler } from '../src/answers/health-card-refused.handler';
import { OpinionGivenHandler } from '../src/answers/opinion-given.handler';
import { ResultHandedOverHandler } from '../src/answers/result-handed-over.handler';
import { Agencies, broughtPapers } from './answers.mother';
import { birthNumber, CivilStage, DESK } from './civil-status.mother';

describe('the birth chain at the registrar', () => {
  let civil: CivilStage;
  let agencies: Agencies;
  beforeAll(async () => {
    civil = await CivilStage.open();
    agencies = new Agencies(civil);
  });
  afterAll(() => civil.close());

  it('goes from the declaration over number, signature, residence and card to the hand-over (O §4.2)', async () => {
    const body = birthNumber(1);
    const { dossierCode } = body;
    await civil.declareBirth(body);
    const drafted = await civil.waitFor(dossierCode, 'drafted');
    expect(drafted.personalIdentificationNumber).toMatch(/^075326\d{6}$/);
    expect((await civil.leader.get('/work-list?step=register')).body).toMatchObject({ items: [{ dossierCode }] });

    const signed = await civil.leader.post(`/chains/${dossierCode}/register`);
    const entry = { registrationNumber: '1/2026', book: '01/2026', page: 1, registeredOn: '2026-08-03' };
    expect(signed).toMatchObject({ status: 200, body: { status: 'running', state: 4, entry } });
    expect(await civil.sent('birth-registered', dossierCode)).toMatchObject([
      {
        recipients: 'intake/bien-hoa',
        body: { birth: { personalIdentificationNumber: drafted.personalIdentificationNumber, entry } },
      },
    ]);
    expect(await civil.sent('residence-requested', dossierCode)).toMatchObject([
      { recipients: 'residence/tran-bien', body: { subDossierCode: `${dossierCode}/residence`, birth: { entry } } },
    ]);
    expect(await civil.sent('health-card-requested', dossierCode)).toMatchObject([
      { recipients: 'health-insurance/bien-hoa', body: { subDossierCode: `${dossierCode}/health-card` } },
    ]);

    await agencies.residenceRegistered(dossierCode);
    expect(await civil.sent('chain-concluded', dossierCode)).toEqual([]);
    await agencies.cardIssued(dossierCode);
    const results = [
      { kind: 'birth-certificate', book: '01/2026', page: 1, copies: 2 },
      { kind: 'residence', number: messageOf(ResidenceRegisteredV1).example.noticeNumber },
      { kind: 'health-card', number: messageOf(HealthCardIssuedV1).example.cardNumber },
    ];
    expect(await civil.sent('chain-concluded', dossierCode)).toMatchObject([
      { recipients: 'intake/bien-hoa', body: { outcome: 'completed', results } },
    ]);
    const progress = (await civil.sent('chain-progressed', dossierCode)).at(-1);
    expect(progress?.body).toMatchObject({
      state: 9,
      subDossiers: [
        { branch: 'registration', state: 9 },
        { branch: 'residence', member: 'residence', state: 9 },
        { branch: 'health-card', member: 'health-insurance', state: 9 },
      ],
    });

    const handedOver: ResultHandedOverV1 = { dossierCode, handedOverAt: '2026-08-03T15:20:00+07:00' };
    const other = { body: handedOver, sender: 'intake', senderOffice: 'long-thanh' };
    await expect(civil.stage.handle(ResultHandedOverHandler, other)).rejects.toThrow('civil-status.SENDER_UNEXPECTED');
    await civil.stage.handle(ResultHandedOverHandler, { ...other, senderOffice: DESK });
    expect(await civil.view(dossierCode)).toMatchObject({ status: 'handed-over', state: 10, outcome: 'completed' });
  });

  it('signs by the leader of the own commune only, who is not the person who checked', async () => {
    await civil.head.put('/policies/check', { policy: 'manual' });
    const body = birthNumber(2);
    const path = `/chains/${body.dossierCode}`;
    await civil.declareBirth(body);
    await civil.head.put('/policies/check', { policy: 'automatic-when-clean' });
    expect((await civil.registrar.get('/work-list?step=check')).body).toMatchObject({
      items: [{ dossierCode: body.dossierCode }],
    });
    expect(await civil.leader.post(`${path}/register`)).toMatchObject({
      status: 409,
      body: { code: 'civil-status.STEP_NOT_ALLOWED' },
    });
    expect((await civil.registrar.post(`${path}/check`)).body).toMatchObject({ status: 'registering' });
    await civil.waitFor(body.dossierCode, 'drafted');
    expect(await civil.registrar.post(`${path}/register`)).toMatchObject({ body: { code: 'access.ROLE_NOT_ALLOWED' } });
    const elsewhere = await civil.stage.as('civil-leader', 'long-thanh');
    expect(await elsewhere.post(`${path}/register`)).toMatchObject({ body: { code: 'access.OTHER_OFFICE' } });
    expect((await civil.leader.post(`${path}/register`)).body).toMatchObject({ status: 'running' });
  });

  it('delivers certificate and card when the residence is refused: partly completed, with the reason (O §4.5 residence refused)', async () => {
    const body = birthNumber(4);
    const { dossierCode } = body;
    await civil.registered(body);
    await agencies.residenceRefused(dossierCode);
    const { reason, documentNumber } = messageOf(ResidenceRefusedV1).example;
    expect(await civil.view(dossierCode)).toMatchObject({
      state: 4,
      subDossiers: [{ state: 9 }, { branch: 'residence', state: 3, reason, documentNumber }, { branch: 'health-card' }],
    });
    expect(await civil.sent('branch-stopped', dossierCode)).toEqual([]);
    await agencies.cardIssued(dossierCode);
    expect(await civil.sent('chain-concluded', dossierCode)).toMatchObject([
      { body: { outcome: 'partly-completed', results: [{ kind: 'birth-certificate' }, { kind: 'health-card' }] } },
    ]);

    const linkedDossierCode = dossierCode;
    const { healthCard: _card, ...residenceOnly } = body.declaration;
    const again = { ...birthNumber(5), declaration: { ...residenceOnly, linkedDossierCode } };
    await civil.declareBirth(again);
    expect(await civil.sent('residence-requested', again.dossierCode)).toMatchObject([
      { body: { previousDossierCode: dossierCode, birth: { entry: { registrationNumber: expect.any(String) } } } },
    ]);
    expect(await civil.sent('health-card-requested', again.dossierCode)).toEqual([]);
    expect(await civil.query('select 1 from register_entry where dossier_code = $1', [again.dossierCode])).toEqual([]);
    await agencies.residenceRegistered(again.dossierCode);
    expect(await civil.sent('chain-concluded', again.dossierCode)).toMatchObject([
      { body: { outcome: 'completed', firstDossierCode: dossierCode } },
    ]);
  });

  it('ends a branch with state 8 where the agency had accepted before it refused (corrections 9)', async () => {
    const body = birthNumber(6);
    await civil.registered(body);
    await civil.answer(HealthCardRefusedHandler, HealthCardRefusedV1, {
      about: body.dossierCode,
      branch: 'health-card',
      change: { accepted: true },
      office: 'bien-hoa',
    });
    expect(await civil.view(body.dossierCode)).toMatchObject({
      subDossiers: [{}, {}, { branch: 'health-card', state: 8 }],
    });
    expect(await civil.sent('branch-stopped', body.dossierCode)).toEqual([]);
  });

  it('pauses the branch that wants papers and no other, and forwards what the citizen brings (O §4.5 supplement)', async () => {
    const body = birthNumber(7);
    const { dossierCode } = body;
    await civil.registered(body);
    await agencies.papersWanted(dossierCode);
    const wanted = (await civil.sent('chain-progressed', dossierCode)).at(-1)?.body;
    const { documentNumber, items } = messageOf(ResidenceSupplementWantedV1).example;
    expect(wanted).toMatchObject({
      state: 4,
      note: expect.stringContaining(items[0] ?? '-'),
      subDossiers: [{}, { branch: 'residence', state: 5, documentNumber }, { branch: 'health-card', state: 1 }],
    });
    await agencies.cardIssued(dossierCode);
    expect(await civil.view(dossierCode)).toMatchObject({ state: 5, subDossiers: [{}, { state: 5 }, { state: 9 }] });

    await agencies.papersBrought(dossierCode);
    expect(await civil.sent('papers-forwarded', dossierCode)).toMatchObject([
      { recipients: 'residence/tran-bien', body: { papers: broughtPapers } },
    ]);
    const goesOn = (await civil.view(dossierCode)).subDossiers[1];
    expect(goesOn).toMatchObject({ branch: 'residence', state: 1 });
    expect(goesOn).not.toHaveProperty('documentNumber');
    await agencies.residenceRegistered(dossierCode);
    expect(await civil.view(dossierCode)).toMatchObject({ status: 'concluded', outcome: 'completed' });
  });

  it('takes a card that existed already for a success, with its number (O §4.5 card exists)', async () => {
    const body = birthNumber(8);
    await civil.registered(body);
    await agencies.cardIssued(body.dossierCode, { existedBefore: true, cardNumber: '7599999999' });
    const view = await civil.view(body.dossierCode);
    expect(view.results).toContainEqual(expect.objectContaining({ kind: 'health-card', number: '7599999999' }));
    expect(view.note).toContain('đã có thẻ');
  });

  it('asks the police for an opinion before it decides, and reads the answer (liên thông theo chiều ngang, S2)', async () => {
    const body = birthNumber(26);
    const { dossierCode } = body;
    await civil.declareBirth(body);
    await civil.waitFor(dossierCode, 'drafted');
    const request = { question: 'Gia đình có nơi thường trú ổn định không?', dueAt: '2026-08-05T09:20:00+07:00' };
    const key = { 'idempotency-key': `opinion-${dossierCode}` };
    expect((await civil.registrar.post(`/chains/${dossierCode}/opinions`, request, key)).status).toBe(200);
    expect(await civil.sent('opinion-asked', dossierCode)).toMatchObject([
      { recipients: 'residence/tran-bien', body: request },
    ]);
    await civil.answer(OpinionGivenHandler, OpinionGivenV1, {
      about: dossierCode,
      branch: 'residence',
      change: { opinion: 'agreed' },
      office: 'tran-bien',
    });
    expect((await civil.view(dossierCode)).history).toContainEqual(
      expect.objectContaining({ what: 'opinion: agreed' }),
    );
    expect(await civil.view(dossierCode)).toMatchObject({ status: 'drafted' });
  });
});
