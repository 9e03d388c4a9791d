import {
  BirthCorrectedV1,
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

  it('corrects a draft before it is signed, and keeps what was declared (O §4.2)', async () => {
    const body = birthNumber(3);
    await civil.declareBirth(body);
    await civil.waitFor(body.dossierCode, 'drafted');
    const path = `/chains/${body.dossierCode}`;
    const child = { ...body.declaration.child, name: 'Nguyễn Lê Thuý Hoà' };
    const birth = { ...body.declaration, child };
    const reason = 'Sai chính tả tên con.';
    expect(await civil.registrar.post(`${path}/correct`, { reason })).toMatchObject({
      body: { code: 'civil-status.DECLARATION_MISSING' },
    });
    const otherSex = { ...birth, child: { ...child, sex: 'male' } };
    expect(await civil.registrar.post(`${path}/correct`, { birth: otherSex, reason })).toMatchObject({
      body: { code: 'civil-status.NUMBER_WOULD_NOT_FIT' },
    });
    expect((await civil.registrar.post(`${path}/correct`, { birth, reason })).body).toMatchObject({
      declaration: { child: { name: child.name } },
    });
    await civil.leader.post(`${path}/register`);
    expect(await civil.sent('birth-registered', body.dossierCode)).toMatchObject([
      { body: { birth: { child: { name: child.name } } } },
    ]);
    expect((await civil.view(body.dossierCode)).history).toContainEqual(
      expect.objectContaining({ what: 'corrected', reason, before: body.declaration }),
    );
    expect(await civil.registrar.post(`${path}/correct`, { birth, reason })).toMatchObject({
      body: { code: 'civil-status.STEP_NOT_ALLOWED' },
    });
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

  it('tells a correction to police and insurance, with no second card and no second residence (O §4.5 corrected)', async () => {
    const body = birthNumber(9);
    const { dossierCode } = body;
    await civil.registered(body);
    await agencies.cardIssued(dossierCode);
    const changes = [{ field: 'name', after: 'Nguyễn Lê Ân' }];
    const request = { decisionNumber: '15/QĐ-UBND', decidedOn: '2026-08-03', changes };
    const key = { 'idempotency-key': `correct-${dossierCode}` };
    expect(await civil.registrar.post(`/births/${dossierCode}/corrections`, request, key)).toMatchObject({
      status: 403,
    });
    expect(await civil.leader.post(`/births/${dossierCode}/corrections`, request, key)).toMatchObject({
      status: 200,
      body: { record: { child: { name: 'Nguyễn Lê Ân' } }, notes: [{ kind: 'corrected' }] },
    });
    await civil.leader.post(`/births/${dossierCode}/corrections`, request, key);
    const [corrected, ...more] = await civil.sent('birth-corrected', dossierCode);
    expect(more).toEqual([]);
    expect(
      corrected?.recipients
        .split(',')
        .map((part) => part.trim())
        .sort(),
    ).toEqual(['health-insurance/bien-hoa', 'residence/tran-bien']);
    const sent = corrected?.body as unknown as BirthCorrectedV1;
    expect(sent.changes).toEqual([{ field: 'name', before: body.declaration.child.name, after: 'Nguyễn Lê Ân' }]);
    expect(await civil.sent('health-card-requested', dossierCode)).toHaveLength(1);
    expect(await civil.query('select page from register_entry where dossier_code = $1', [dossierCode])).toHaveLength(1);
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

  it('gives the certificate of the own commune as PDF', async () => {
    const body = birthNumber(25);
    await civil.registered(body);
    const path = `/births/${body.dossierCode}/certificate.pdf`;
    const paper = await civil.registrar.get<string>(path);
    expect(paper).toMatchObject({ status: 200, body: expect.stringMatching(/^%PDF-/) });
    expect(paper.headers.get('content-type')).toBe('application/pdf');
    const elsewhere = await civil.stage.as('registrar', 'long-thanh');
    expect(await elsewhere.get(path)).toMatchObject({ status: 403 });
    expect(await civil.registrar.get(`/deaths/${body.dossierCode}/extract.pdf`)).toMatchObject({ status: 404 });
  });

  it('numbers acts without gap, and goes on in a new book once one is closed', async () => {
    const [open] = (await civil.registrar.get<{ items: { key: string; lastPage: number }[] }>('/books')).body.items;
    expect(open).toMatchObject({ name: '01/2026' });
    const entries = await civil.query('select 1 from register_entry where office = $1', ['tran-bien']);
    expect(open?.lastPage).toBe(entries.length);
    await civil.registrar.post(`/books/${encodeURIComponent(open?.key ?? '')}/close`);
    const after = await civil.registered(birthNumber(24));
    expect(after.entry).toMatchObject({ registrationNumber: `${entries.length + 1}/2026`, book: '02/2026', page: 1 });
  });
});
