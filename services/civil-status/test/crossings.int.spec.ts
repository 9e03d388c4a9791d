import { FuneralSupportRefusedV1 } from '@lienthong/contracts';
import { FuneralSupportRefusedHandler } from '../src/answers/funeral-support-refused.handler';
import { Agencies } from './answers.mother';
import { birthNumber, CivilStage, deathNumber } from './civil-status.mother';

interface TasksSeen {
  readonly items: readonly { readonly dossierCode: string; readonly text: string }[];
}

describe('messages that cross each other on the way', () => {
  let civil: CivilStage;
  let agencies: Agencies;
  beforeAll(async () => {
    civil = await CivilStage.open();
    agencies = new Agencies(civil);
  });
  afterAll(() => civil.close());

  const residenceState = async (code: string): Promise<number | undefined> =>
    (await civil.view(code)).subDossiers.find(({ branch }) => branch === 'residence')?.state;
  const tasksOf = async (code: string): Promise<readonly string[]> => {
    const { items } = (await civil.registrar.get<TasksSeen>('/tasks?kind=officer-task&limit=100')).body;
    return items.filter(({ dossierCode }) => dossierCode === code).map(({ text }) => text);
  };

  it('papers that are brought in two goes are both forwarded (O §4.5 supplement)', async () => {
    const { dossierCode } = await civil.registered(birthNumber(30));
    await agencies.papersWanted(dossierCode);
    await agencies.papersBrought(dossierCode);
    await agencies.papersBrought(dossierCode);
    expect(await civil.sent('papers-forwarded', dossierCode)).toHaveLength(2);
    expect(await residenceState(dossierCode)).toBe(1);
    expect(await tasksOf(dossierCode)).toEqual([]);
  });

  it('papers that cross the refusal or the registration of the police are an officer’s task (O §4.5 supplement)', async () => {
    const [refused, granted] = [birthNumber(31), birthNumber(32)].map(({ dossierCode }) => dossierCode);
    for (const number of [31, 32]) await civil.registered(birthNumber(number));
    for (const code of [refused ?? '', granted ?? '']) await agencies.papersWanted(code);
    await agencies.residenceRefused(refused ?? '');
    await agencies.residenceRegistered(granted ?? '');
    for (const [code, state] of [
      [refused ?? '', 3],
      [granted ?? '', 9],
    ] as const) {
      await agencies.papersBrought(code);
      expect(await residenceState(code)).toBe(state);
      expect(await tasksOf(code)).toEqual([expect.stringContaining('papers-supplemented')]);
      expect(await civil.sent('papers-forwarded', code)).toEqual([]);
    }
    expect((await civil.view(refused ?? '')).subDossiers[1]).toHaveProperty('documentNumber');
  });

  it('a refusal after acceptance that crosses the stop of its branch is an officer’s task (O §4.5 child dies)', async () => {
    const { dossierCode } = await civil.registered(birthNumber(33));
    await civil.leader.post(`/chains/${dossierCode}/stop`, { reason: 'Trẻ đã chết.', childDied: true });
    await agencies.residenceRefused(dossierCode, true);
    expect(await residenceState(dossierCode)).toBe(8);
    expect(await tasksOf(dossierCode)).toEqual([expect.stringContaining('residence-refused')]);
  });

  it('a refusal of funeral support that crosses the cancelled death is an officer’s task (O §4.6 wrong record)', async () => {
    const body = deathNumber(34);
    const { dossierCode } = body;
    await civil.registeredDeath(body);
    const request = { decisionNumber: '10/QĐ-UBND', revokedOn: '2026-08-03', reason: 'Đăng ký nhầm người.' };
    const key = { 'idempotency-key': `revoke-${dossierCode}` };
    expect((await civil.leader.post(`/deaths/${dossierCode}/revocation`, request, key)).status).toBe(200);
    const of = { about: dossierCode, branch: 'funeral', change: { accepted: true }, office: 'tran-bien' };
    await civil.answer(FuneralSupportRefusedHandler, FuneralSupportRefusedV1, of);
    expect(await tasksOf(dossierCode)).toEqual([expect.stringContaining('funeral-support-refused')]);
  });
});
