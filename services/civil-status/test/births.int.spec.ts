import { HealthCardIssuedV1, ResidenceRegisteredV1, ResultHandedOverV1 } from '@lienthong/contracts';
import { HealthCardIssuedHandler } from '../src/answers/health-card-issued.handler';
import { ResidenceRegisteredHandler } from '../src/answers/residence-registered.handler';
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
  const residenceRegistered = (about: string): Promise<void> =>
    civil.answer(ResidenceRegisteredHandler, ResidenceRegisteredV1, {
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
    expect(signed).toMatchObject({
      status: 200,
      body: { status: 'running', state: 4, entry: { book: '01/2026', page: 1 } },
    });
    const [registered] = await civil.sent('birth-registered', dossierCode);
    expect(registered).toMatchObject({
      recipients: 'intake/bien-hoa',
      body: { birth: { personalIdentificationNumber: drafted.personalIdentificationNumber } },
    });
    const [residence] = await civil.sent('residence-requested', dossierCode);
    expect(residence).toMatchObject({
      recipients: 'residence/tran-bien',
      body: { subDossierCode: `${dossierCode}/residence`, birth: { entry: { registrationNumber: '1/2026' } } },
    });
    expect(await civil.sent('health-card-requested', dossierCode)).toMatchObject([
      { recipients: 'health-insurance/bien-hoa', body: { subDossierCode: `${dossierCode}/health-card` } },
    ]);

    await residenceRegistered(dossierCode);
    expect(await civil.sent('chain-concluded', dossierCode)).toEqual([]);
    await cardIssued(dossierCode);
    expect(await civil.sent('chain-concluded', dossierCode)).toMatchObject([
      {
        recipients: 'intake/bien-hoa',
        body: {
          outcome: 'completed',
          results: [
            { kind: 'birth-certificate', book: '01/2026', page: 1, copies: 2 },
            { kind: 'residence' },
            { kind: 'health-card' },
          ],
        },
      },
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
    const handedOver = { dossierCode, handedOverAt: '2026-08-03T15:20:00+07:00' };
    await civil.stage.handle(ResultHandedOverHandler, {
      body: handedOver as ResultHandedOverV1,
      sender: 'intake',
      senderOffice: DESK,
    });
    expect(await civil.view(dossierCode)).toMatchObject({ status: 'handed-over', state: 10, outcome: 'completed' });
  });
});
