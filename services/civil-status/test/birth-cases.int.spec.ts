import { Agencies } from './answers.mother';
import { birthNumber, CivilStage } from './civil-status.mother';

describe('births that are not the usual ones', () => {
  let civil: CivilStage;
  let agencies: Agencies;
  beforeAll(async () => {
    civil = await CivilStage.open();
    agencies = new Agencies(civil);
  });
  afterAll(() => civil.close());

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
  });

  it('acknowledges a second push of a declaration, which changes nothing (O §4.4)', async () => {
    const body = birthNumber(27);
    const signed = await civil.registered(body);
    await civil.declareBirth(body);
    const { history, ...again } = await civil.view(body.dossierCode);
    expect(again).toMatchObject({ status: 'running', entry: signed.entry });
    expect(history.at(-1)).toMatchObject({ what: 'received-again' });
    expect(await civil.sent('residence-requested', body.dossierCode)).toHaveLength(1);
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
    await expect(agencies.residenceRegistered(body.dossierCode)).rejects.toThrow('civil-status.SENDER_UNEXPECTED');
    await agencies.residenceRegistered(body.dossierCode, 'long-thanh');
  });

  it('stops what is open when the child dies; the birth stays, and the family is led to the other chain (O §4.5 child dies)', async () => {
    const body = birthNumber(21);
    const { dossierCode } = body;
    await civil.registered(body);
    await agencies.cardIssued(dossierCode);
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
    await agencies.residenceRegistered(dossierCode);
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
});
