import type { SubDossier } from '@lienthong/contracts';
import { eventually } from '@lienthong/testing';
import { Agencies } from './answers.mother';
import { birthNumber, CivilStage } from './civil-status.mother';

describe('the times of a chain', () => {
  let civil: CivilStage;
  let agencies: Agencies;
  afterEach(() => civil.close());
  const open = async (at?: string): Promise<void> => {
    civil = await CivilStage.open({}, at);
    agencies = new Agencies(civil);
  };

  const branch = async (code: string, id: string): Promise<SubDossier | undefined> =>
    (await civil.view(code)).subDossiers.find((sub) => sub.branch === id);
  it('escalate a silent agency once, name it, and keep the citizen’s due date (O §4.5 partner silent)', async () => {
    await open();
    const body = birthNumber(1);
    const { dossierCode } = body;
    const { dueAt } = await civil.registered(body);
    expect((await branch(dossierCode, 'residence'))?.late).toBeUndefined();
    await civil.passTo('2026-08-10T10:00:00+07:00');
    const isLate = async (): Promise<boolean> => (await branch(dossierCode, 'residence'))?.late === true;
    await eventually(isLate, { describe: 'the late branch' });
    const bothLate = async (): Promise<boolean> => (await branch(dossierCode, 'health-card'))?.late === true;
    await eventually(bothLate, { describe: 'the other late branch' });
    expect(await civil.view(dossierCode)).toMatchObject({ status: 'running', dueAt });
    const texts = (await civil.sent('chain-progressed', dossierCode)).map(({ body: { note } }) => note);
    const apology = 'Công an phường Trấn Biên chưa giải quyết đúng hạn';
    expect(texts.filter((text) => String(text).startsWith(apology))).toHaveLength(1);
    await civil.passTo('2026-08-20T10:00:00+07:00');
    const tasks = (await civil.head.get<{ items: { branch: string }[] }>('/tasks?kind=late')).body.items;
    expect(tasks.map((task) => task.branch).sort()).toEqual(['health-card', 'residence']);
    const [task] = (await civil.head.get<{ items: { id: string }[] }>('/tasks?kind=late')).body.items;
    expect((await civil.head.post(`/tasks/${task?.id}/close`)).body).toMatchObject({
      closedBy: 'agency-leader-tran-bien',
    });
    expect((await civil.head.get<{ items: object[] }>('/tasks?kind=late')).body.items).toHaveLength(1);
    await agencies.residenceRegistered(dossierCode);
    expect(await branch(dossierCode, 'residence')).toMatchObject({ state: 9 });
    expect(await branch(dossierCode, 'residence')).not.toHaveProperty('late');
  });

  it('stand while papers are awaited, and end the branch after seven working days (O §4.5 supplement)', async () => {
    await open();
    const [slow, prompt] = [birthNumber(2), birthNumber(3)];
    for (const { dossierCode } of [await civil.registered(slow), await civil.registered(prompt)])
      await agencies.papersWanted(dossierCode);
    await civil.passTo('2026-08-11T09:00:00+07:00');
    await agencies.papersBrought(prompt.dossierCode);
    expect(await branch(slow.dossierCode, 'residence')).toMatchObject({ state: 5 });

    await civil.passTo('2026-08-13T09:30:00+07:00');
    const ended = async (): Promise<boolean> => (await branch(slow.dossierCode, 'residence'))?.state === 3;
    await eventually(ended, { describe: 'the branch without papers' });
    expect(await civil.sent('branch-stopped', slow.dossierCode)).toMatchObject([
      { recipients: 'residence/tran-bien', body: { reason: 'Không bổ sung giấy tờ trong thời hạn.' } },
    ]);
    expect(await civil.view(slow.dossierCode)).toMatchObject({ status: 'running' });
    expect(await branch(prompt.dossierCode, 'residence')).toMatchObject({ state: 1 });
  });

  it('see a unit merged on the way: the successor answers, and the old name stays on the papers (O §4.5 unit merged)', async () => {
    const at = '2025-06-30T09:00:00+07:00';
    await open(at);
    const declaredThen = (number: number): ReturnType<typeof birthNumber> => {
      const body = birthNumber(number, {}, { birthDate: '2025-06-20' });
      const residence = body.declaration.residence && { ...body.declaration.residence, communeCode: '26023' };
      return { ...body, receivedAt: at, declaration: { ...body.declaration, ...(residence && { residence }) } };
    };
    const [before, across] = [declaredThen(4), declaredThen(5)];
    const { entry } = await civil.registered(before);
    expect(entry.registeredBy).toBe('Tư pháp – hộ tịch phường Trung Dũng');
    expect(await civil.sent('residence-requested', before.dossierCode)).toMatchObject([
      { recipients: 'residence/quang-vinh' },
    ]);
    await civil.declareBirth(across);
    await civil.waitFor(across.dossierCode, 'drafted');
    await civil.passTo('2025-07-01T09:00:00+07:00');
    await agencies.residenceRegistered(before.dossierCode);
    expect(await branch(before.dossierCode, 'residence')).toMatchObject({ state: 9 });
    const signed = await civil.leader.post<{ entry: object }>(`/chains/${across.dossierCode}/register`);
    expect(signed.body.entry).toMatchObject({ registeredBy: 'Tư pháp – hộ tịch phường Trấn Biên' });
    expect(await civil.sent('residence-requested', across.dossierCode)).toMatchObject([
      { recipients: 'residence/tran-bien' },
    ]);
    expect((await civil.sent('birth-registered', before.dossierCode))[0]?.body).toMatchObject({
      birth: { entry: { registeredBy: 'Tư pháp – hộ tịch phường Trung Dũng' } },
    });
  });
});
