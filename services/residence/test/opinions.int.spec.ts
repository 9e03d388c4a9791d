import { OpinionAskedHandler } from '../src/opinions/opinion-asked.handler';
import { codesOf, question } from './residence.mother';
import { MESSAGE, REGISTRAR, ResidenceStage } from './residence-stage.mother';

describe('an opinion of the police', () => {
  let police: ResidenceStage;
  beforeAll(async () => {
    police = await ResidenceStage.open();
  });
  afterAll(() => police.close());

  it('gives the opinion that another agency asked for, once (S2 liên thông theo chiều ngang)', async () => {
    const { dossierCode, subDossierCode } = codesOf(31);
    const body = { ...question, dossierCode, subDossierCode };
    await police.stage.handle(OpinionAskedHandler, { ...REGISTRAR, id: MESSAGE, body });
    await police.stage.handle(OpinionAskedHandler, { ...REGISTRAR, id: MESSAGE, body });
    const key = `${dossierCode}~residence`;
    expect(await police.look('/work-list?step=give-opinion')).toMatchObject({ items: [{ key }] });
    const answer = { opinion: 'agreed', text: 'Gia đình thường trú ổn định.' };
    expect((await police.post(`/opinions/${key}/give`, answer)).status).toBe(200);
    await police.stage.handle(OpinionAskedHandler, { ...REGISTRAR, id: MESSAGE, body });
    expect((await police.post(`/opinions/${key}/give`, answer)).status).toBe(409);
    expect(await police.stage.sent('opinion-given', dossierCode)).toMatchObject([
      { causationId: MESSAGE, body: answer },
    ]);
  });

  it('takes a second question on the same branch as another piece of work (S2 liên thông theo chiều ngang)', async () => {
    const { dossierCode, subDossierCode } = codesOf(32);
    const first = { ...question, dossierCode, subDossierCode };
    for (const body of [first, { ...first, question: 'Chủ hộ có đồng ý không?' }])
      for (const _again of [1, 2]) await police.stage.handle(OpinionAskedHandler, { ...REGISTRAR, body });
    for (const key of [`${dossierCode}~residence`, `${dossierCode}~residence~2`])
      expect((await police.post(`/opinions/${key}/give`, { opinion: 'agreed', text: key })).status).toBe(200);
    expect(await police.stage.sent('opinion-given', dossierCode)).toHaveLength(2);
  });
});
