import type { BirthDeclaration } from '@lienthong/contracts';
import { Agencies } from './answers.mother';
import { birthNumber, CivilStage } from './civil-status.mother';

describe('a draft that is corrected', () => {
  let civil: CivilStage;
  beforeAll(async () => {
    civil = await CivilStage.open();
  });
  afterAll(() => civil.close());

  const drafted = async (number: number): Promise<{ code: string; declaration: BirthDeclaration }> => {
    const { dossierCode: code, declaration } = birthNumber(number);
    await civil.declareBirth(birthNumber(number));
    await civil.waitFor(code, 'drafted');
    return { code, declaration };
  };
  const correct = (code: string, birth: object): ReturnType<typeof civil.registrar.post> =>
    civil.registrar.post(`/chains/${code}/correct`, { birth, reason: 'Sai.' });

  it('keeps what the applicant chose, the place of registration and the link (O §4.2)', async () => {
    const { code, declaration } = await drafted(40);
    const { residence: _residence, ...without } = declaration;
    const changed = [
      { birth: without, field: 'residence' },
      { birth: { ...declaration, registrationCommuneCode: '26368' }, field: 'registrationCommuneCode' },
      { birth: { ...declaration, linkedDossierCode: 'H19.91.01-260803-0041' }, field: 'linkedDossierCode' },
    ];
    for (const { birth, field } of changed) {
      expect(await correct(code, birth)).toMatchObject({
        status: 422,
        body: { code: 'civil-status.CORRECTION_OUT_OF_BOUNDS', detail: expect.stringContaining(field) },
      });
    }
    expect((await civil.leader.post(`/chains/${code}/register`)).body).toMatchObject({ status: 'running' });
  });

  it('meets the rules that the declaration met: no parent, no registration (NĐ 123/2015 Đ15)', async () => {
    const { code, declaration } = await drafted(41);
    const { mother: _mother, father: _father, ...orphan } = declaration;
    expect(await correct(code, orphan)).toMatchObject({
      status: 422,
      body: { code: 'civil-status.CORRECTION_NOT_REGISTRABLE' },
    });
    expect(await civil.view(code)).toMatchObject({ status: 'drafted' });
  });

  it('asks the police of the commune that stands in it once it is corrected (O §4.5 parents in different communes)', async () => {
    const { code, declaration } = await drafted(42);
    const residence = declaration.residence && { ...declaration.residence, communeCode: '26368' };
    expect((await correct(code, { ...declaration, residence })).body).toMatchObject({
      subDossiers: [{}, { branch: 'residence', office: 'long-thanh' }, {}],
    });
    await civil.leader.post(`/chains/${code}/register`);
    await new Agencies(civil).residenceRegistered(code, 'long-thanh');
  });
});
