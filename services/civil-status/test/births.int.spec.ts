import {
  BirthCorrectedV1,
  HealthCardIssuedV1,
  HealthCardRefusedV1,
  PapersSupplementedV1,
  ResidenceRefusedV1,
  ResidenceRegisteredV1,
  ResidenceSupplementWantedV1,
  ResultHandedOverV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { HealthCardIssuedHandler } from '../src/answers/health-card-issued.handler';
import { HealthCardRefusedHandler } from '../src/answers/health-card-refused.handler';
import { PapersSupplementedHandler } from '../src/answers/papers-supplemented.handler';
import { ResidenceRefusedHandler } from '../src/answers/residence-refused.handler';
import { ResidenceRegisteredHandler } from '../src/answers/residence-registered.handler';
import { ResidenceSupplementWantedHandler } from '../src/answers/residence-supplement-wanted.handler';
import { ResultHandedOverHandler } from '../src/answers/result-handed-over.handler';
import { birthNumber, CivilStage, DESK } from './civil-status.mother';

describe('the birth chain at the registrar', () => {
  let civil: CivilStage;
  beforeAll(async () => {
    civil = await CivilStage.open();
  });
  afterAll(() => civil.close());

  const cardIssued = (about: string, change: Partial<HealthCardIssuedV1> = {}): Promise<void> =>
    civil.answer(HealthCardIssuedHandler, HealthCardIssuedV1, {
      about,
      branch: 'health-card',
      change,
      office: 'bien-hoa',
    });
  const residenceRegistered = (about: string, office = 'tran-bien'): Promise<void> =>
    civil.answer(ResidenceRegisteredHandler, ResidenceRegisteredV1, { about, branch: 'residence', office });
  const residenceRefused = (about: string, change: Partial<ResidenceRefusedV1> = {}): Promise<void> =>
    civil.answer(ResidenceRefusedHandler, ResidenceRefusedV1, {
      about,
      branch: 'residence',
      change: { accepted: false, ...change },
      office: 'tran-bien',
    });
  const papersWanted = (about: string): Promise<void> =>
    civil.answer(ResidenceSupplementWantedHandler, ResidenceSupplementWantedV1, {
      about,
      branch: 'residence',
      office: 'tran-bien',
    });

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

    await residenceRegistered(dossierCode);
    expect(await civil.sent('chain-concluded', dossierCode)).toEqual([]);
    await cardIssued(dossierCode);
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
    await residenceRefused(dossierCode);
    const { reason, documentNumber } = messageOf(ResidenceRefusedV1).example;
    expect(await civil.view(dossierCode)).toMatchObject({
      state: 4,
      subDossiers: [{ state: 9 }, { branch: 'residence', state: 3, reason, documentNumber }, { branch: 'health-card' }],
    });
    expect(await civil.sent('branch-stopped', dossierCode)).toEqual([]);
    await cardIssued(dossierCode);
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
    await residenceRegistered(again.dossierCode);
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
    await papersWanted(dossierCode);
    const wanted = (await civil.sent('chain-progressed', dossierCode)).at(-1)?.body;
    const { documentNumber, items } = messageOf(ResidenceSupplementWantedV1).example;
    expect(wanted).toMatchObject({
      state: 4,
      note: expect.stringContaining(items[0] ?? '-'),
      subDossiers: [{}, { branch: 'residence', state: 5, documentNumber }, { branch: 'health-card', state: 1 }],
    });
    await cardIssued(dossierCode);
    expect(await civil.view(dossierCode)).toMatchObject({ state: 5, subDossiers: [{}, { state: 5 }, { state: 9 }] });

    const papers = [{ kind: 'consent', name: 'Ý kiến của chủ hộ' }];
    const supplied = { dossierCode, subDossierCode: `${dossierCode}/residence`, suppliedAt: body.receivedAt, papers };
    const message = { body: supplied as PapersSupplementedV1, sender: 'intake', senderOffice: DESK };
    await civil.stage.handle(PapersSupplementedHandler, message);
    expect(await civil.sent('papers-forwarded', dossierCode)).toMatchObject([
      { recipients: 'residence/tran-bien', body: { papers } },
    ]);
    const goesOn = (await civil.view(dossierCode)).subDossiers[1];
    expect(goesOn).toMatchObject({ branch: 'residence', state: 1 });
    expect(goesOn).not.toHaveProperty('documentNumber');
    await residenceRegistered(dossierCode);
    expect(await civil.view(dossierCode)).toMatchObject({ status: 'concluded', outcome: 'completed' });
  });

  it('takes a card that existed already for a success, with its number (O §4.5 card exists)', async () => {
    const body = birthNumber(8);
    await civil.registered(body);
    await cardIssued(body.dossierCode, { existedBefore: true, cardNumber: '7599999999' });
    const view = await civil.view(body.dossierCode);
    expect(view.results).toContainEqual(expect.objectContaining({ kind: 'health-card', number: '7599999999' }));
    expect(view.note).toContain('đã có thẻ');
  });

  it('tells a correction to police and insurance, with no second card and no second residence (O §4.5 corrected)', async () => {
    const body = birthNumber(9);
    const { dossierCode } = body;
    await civil.registered(body);
    await cardIssued(dossierCode);
    const changes = [{ field: 'name', after: 'Nguyễn Lê Ân' }];
    const request = { decisionNumber: '15/QĐ-UBND', decidedOn: '2026-08-20', changes };
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

  it('registers twins as two children with two numbers (O §4.5 twins)', async () => {
    const first = birthNumber(10, {}, { birthOrder: 1 });
    const { proof, mother } = first.declaration;
    const second = birthNumber(11, { proof, ...(mother && { mother }) }, { birthOrder: 2 });
    const [one, other] = [await civil.registered(first), await civil.registered(second)];
    expect(one.status).toBe('running');
    expect(other.status).toBe('running');
    expect(one.personalIdentificationNumber).not.toBe(other.personalIdentificationNumber);
  });

  it('links the second declaration of a child to the first, whoever hands it in (O §4.5 duplicate submission)', async () => {
    const first = birthNumber(12);
    const second = { ...birthNumber(13, { proof: first.declaration.proof }), channel: 'online' as const };
    await civil.declareBirth(first);
    await civil.declareBirth(second);
    expect(await civil.sent('chain-concluded', second.dossierCode)).toMatchObject([
      { body: { outcome: 'not-accepted', firstDossierCode: first.dossierCode, results: [] } },
    ]);
    expect(await civil.view(second.dossierCode)).toMatchObject({ status: 'refused', state: 3 });
    expect(await civil.waitFor(first.dossierCode, 'drafted')).toMatchObject({ status: 'drafted' });
    await expect(civil.declareBirth(first)).rejects.toThrow('civil-status.CHAIN_ALREADY_KNOWN');
  });

  it('refuses the child that another commune has registered, and alarms the supervisor (O §4.5 two communes)', async () => {
    const first = birthNumber(14);
    await civil.registered(first);
    const other = birthNumber(15, { registrationCommuneCode: '26368', proof: first.declaration.proof });
    await civil.declareBirth(other, 'long-thanh');
    const there = await civil.stage.as('registrar', 'long-thanh');
    await civil.waitFor(other.dossierCode, 'stopped', there);
    expect(await civil.sent('chain-concluded', other.dossierCode)).toMatchObject([
      { body: { outcome: 'stopped', firstDossierCode: first.dossierCode } },
    ]);
    expect((await there.get('/tasks?kind=alarm')).body).toMatchObject({ items: [{ dossierCode: other.dossierCode }] });
    expect((await civil.registrar.get('/tasks?kind=alarm')).body).toEqual({ items: [] });
  });

  it('sends a child of six to the single procedures, and may be declared again with the right date (O §4.5 six or older)', async () => {
    const old = birthNumber(16, {}, { birthDate: '2020-08-03' });
    await civil.declareBirth(old);
    expect(await civil.sent('chain-concluded', old.dossierCode)).toMatchObject([
      { body: { outcome: 'not-accepted', reason: expect.stringContaining('từng thủ tục riêng') } },
    ]);
    const again = birthNumber(17, { proof: old.declaration.proof });
    await civil.declareBirth(again);
    expect(await civil.waitFor(again.dossierCode, 'drafted')).toMatchObject({ flags: [] });
  });

  it('registers late with a flag (O §4.5 late registration)', async () => {
    const late = birthNumber(18, {}, { birthDate: '2026-03-01' });
    expect(await civil.registered(late)).toMatchObject({ status: 'running', flags: ['late-registration'] });
  });

  it('registers a child without a named father with an empty place for him (O §4.5 father not named)', async () => {
    const body = birthNumber(19, {}, { name: 'Lê An' });
    const { father: _father, ...declaration } = body.declaration;
    expect(await civil.registered({ ...body, declaration })).toMatchObject({ flags: ['father-not-named'] });
    const [registered] = await civil.sent('birth-registered', body.dossierCode);
    expect(registered?.body['birth']).not.toHaveProperty('father');
  });

  it('asks the police of the parent’s commune that was chosen (O §4.5 parents in different communes)', async () => {
    const body = birthNumber(20);
    const residence = body.declaration.residence && { ...body.declaration.residence, communeCode: '26368' };
    await civil.registered({ ...body, declaration: { ...body.declaration, ...(residence && { residence }) } });
    expect(await civil.sent('residence-requested', body.dossierCode)).toMatchObject([
      { recipients: 'residence/long-thanh' },
    ]);
    await expect(residenceRegistered(body.dossierCode)).rejects.toThrow('civil-status.SENDER_UNEXPECTED');
    await residenceRegistered(body.dossierCode, 'long-thanh');
  });

  it('stops what is open when the child dies; the birth stays, and the family is led to the other chain (O §4.5 child dies)', async () => {
    const body = birthNumber(21);
    const { dossierCode } = body;
    await civil.registered(body);
    await cardIssued(dossierCode);
    const request = { reason: 'Trẻ đã chết.', childDied: true };
    expect((await civil.leader.post(`/chains/${dossierCode}/stop`, request)).body).toMatchObject({
      status: 'concluded',
      subDossiers: [{ state: 9 }, { branch: 'residence', state: 8 }, { branch: 'health-card', state: 9 }],
      note: expect.stringContaining('khai tử'),
    });
    expect(await civil.sent('branch-stopped', dossierCode)).toMatchObject([{ recipients: 'residence/tran-bien' }]);
    expect(await civil.sent('chain-concluded', dossierCode)).toMatchObject([
      { body: { outcome: 'partly-completed', results: [{ kind: 'birth-certificate' }, { kind: 'health-card' }] } },
    ]);
    expect(await civil.query('select 1 from register_entry where dossier_code = $1', [dossierCode])).toHaveLength(1);
    // The police had answered before it heard of the stop: nothing is undone, an officer looks.
    await residenceRegistered(dossierCode);
    expect((await civil.registrar.get('/tasks?kind=officer-task')).body).toMatchObject({ items: [{ dossierCode }] });
  });

  it('stops freely before the act, and gives the number back (O §4.5 saga rule)', async () => {
    const body = birthNumber(22);
    const { dossierCode } = body;
    await civil.declareBirth(body);
    const { personalIdentificationNumber } = await civil.waitFor(dossierCode, 'drafted');
    await civil.leader.post(`/chains/${dossierCode}/stop`, { reason: 'Gia đình rút hồ sơ.' });
    expect(await civil.view(dossierCode)).toMatchObject({ status: 'stopped', state: 8 });
    expect(await civil.sent('residence-requested', dossierCode)).toEqual([]);
    await civil.eventuallyUnused(dossierCode, [personalIdentificationNumber]);
    const again = birthNumber(23, { proof: body.declaration.proof });
    await civil.declareBirth(again);
    await civil.waitFor(again.dossierCode, 'drafted');
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
