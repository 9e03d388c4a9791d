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
import { CivilStage, deathNumber } from './civil-status.mother';

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
});
