import { OpinionGivenV1 } from '@lienthong/contracts';
import { type ApiClient, eventually } from '@lienthong/testing';
import { OpinionGivenHandler } from '../src/answers/opinion-given.handler';
import { birthNumber, CivilStage } from './civil-status.mother';

describe('an opinion that the registrar asks for', () => {
  let civil: CivilStage;
  beforeEach(async () => {
    civil = await CivilStage.open();
  });
  afterEach(() => civil.close());

  const ask = (code: string, key: number, dueAt = '2026-08-05T09:20:00+07:00'): ReturnType<ApiClient['post']> =>
    civil.registrar.post(
      `/chains/${code}/opinions`,
      { question: 'Gia đình có nơi thường trú ổn định không?', dueAt },
      { 'idempotency-key': `opinion-${code}-${key}` },
    );
  const given = (about: string, office = 'tran-bien'): Promise<void> =>
    civil.answer(OpinionGivenHandler, OpinionGivenV1, { about, branch: 'residence', office });

  it('is one of an agency of the chain, one at a time, and due in the future', async () => {
    const both = birthNumber(60);
    const { residence: _residence, ...cardOnly } = birthNumber(61).declaration;
    const alone = { ...birthNumber(61), declaration: cardOnly };
    for (const body of [both, alone]) {
      await civil.declareBirth(body);
      await civil.waitFor(body.dossierCode, 'drafted');
    }
    expect(await ask(alone.dossierCode, 1)).toMatchObject({ body: { code: 'civil-status.BRANCH_UNKNOWN' } });
    expect(await ask(both.dossierCode, 1, '2026-08-03T08:00:00+07:00')).toMatchObject({
      body: { code: 'civil-status.OPINION_DUE_PASSED' },
    });
    expect(await ask(both.dossierCode, 2)).toMatchObject({ status: 200 });
    expect(await ask(both.dossierCode, 3)).toMatchObject({ body: { code: 'civil-status.OPINION_AWAITED' } });
    await given(both.dossierCode);
    expect(await ask(both.dossierCode, 4)).toMatchObject({ status: 200 });
    expect(await civil.sent('opinion-asked', both.dossierCode)).toHaveLength(2);
  });

  it('is given by the office that was asked, also where the draft names another commune since', async () => {
    const { dossierCode, declaration } = birthNumber(62);
    await civil.declareBirth(birthNumber(62));
    await civil.waitFor(dossierCode, 'drafted');
    await ask(dossierCode, 1);
    const residence = declaration.residence && { ...declaration.residence, communeCode: '26368' };
    const birth = { ...declaration, residence };
    await civil.registrar.post(`/chains/${dossierCode}/correct`, { birth, reason: 'Nơi ở của mẹ.' });
    await expect(given(dossierCode, 'long-thanh')).rejects.toThrow('civil-status.SENDER_UNEXPECTED');
    await given(dossierCode);
    await civil.leader.post(`/chains/${dossierCode}/register`);
    expect(await civil.sent('residence-requested', dossierCode)).toMatchObject([
      { recipients: 'residence/long-thanh' },
    ]);
  });

  it('is told as late once it is needed, and the registrar decides without it', async () => {
    const { dossierCode } = birthNumber(63);
    await civil.declareBirth(birthNumber(63));
    await civil.waitFor(dossierCode, 'drafted');
    await ask(dossierCode, 1);
    await civil.passTo('2026-08-05T10:00:00+07:00');
    const late = async (): Promise<boolean> => {
      const { items } = (await civil.head.get<{ items: { text: string }[] }>('/tasks?kind=late')).body;
      return items.some(({ text }) => text.includes('ý kiến phối hợp'));
    };
    await eventually(late, { describe: 'the late opinion' });
    expect((await civil.leader.post(`/chains/${dossierCode}/register`)).body).toMatchObject({ status: 'running' });
  });
});
