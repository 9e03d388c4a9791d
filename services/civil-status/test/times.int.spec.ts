import { ResidenceRefusedV1, type SubDossier } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { eventually } from '@lienthong/testing';
import { Agencies } from './answers.mother';
import { birthNumber, CivilStage } from './civil-status.mother';

interface LateTask {
  readonly dossierCode: string;
  readonly branch?: string;
}

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
  const lateTasks = async (): Promise<readonly LateTask[]> =>
    (await civil.head.get<{ items: LateTask[] }>('/tasks?kind=late&limit=100')).body.items;
  /** The timers of that day have fired: nobody has answered about the card either. */
  const lateCard = async (code: string): Promise<void> => {
    const isLate = async (): Promise<boolean> => (await branch(code, 'health-card'))?.late === true;
    await eventually(isLate, { describe: 'the late card' });
  };

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

  it('stand while papers are awaited, to the end of the last day that the agency named (O §4.5 supplement)', async () => {
    await open();
    const [slow, prompt, lastMinute] = [birthNumber(2), birthNumber(3), birthNumber(6)];
    for (const { dossierCode } of [
      await civil.registered(slow),
      await civil.registered(prompt),
      await civil.registered(lastMinute),
    ])
      await agencies.papersWanted(dossierCode);
    await civil.passTo('2026-08-11T09:00:00+07:00');
    await agencies.papersBrought(prompt.dossierCode);
    expect(await branch(slow.dossierCode, 'residence')).toMatchObject({ state: 5 });

    // The last day is 12/8; the working minutes of seven days have passed that morning.
    await civil.passTo('2026-08-12T16:00:00+07:00');
    await lateCard(slow.dossierCode);
    await agencies.papersBrought(lastMinute.dossierCode);
    for (const { dossierCode } of [prompt, lastMinute])
      expect(await branch(dossierCode, 'residence')).toMatchObject({ state: 1 });
    expect(await branch(slow.dossierCode, 'residence')).toMatchObject({ state: 5 });

    await civil.passTo('2026-08-14T00:01:00+07:00');
    const remindedOf = async (): Promise<boolean> =>
      (await lateTasks()).some(({ dossierCode, branch: id }) => dossierCode === slow.dossierCode && id === 'residence');
    await eventually(remindedOf, { describe: 'the agency is asked where its refusal stays' });
    expect(await branch(slow.dossierCode, 'residence')).toMatchObject({ state: 5 });
    expect(await civil.sent('branch-stopped', slow.dossierCode)).toEqual([]);
    await agencies.residenceRefused(slow.dossierCode, true);
    expect(await branch(slow.dossierCode, 'residence')).toMatchObject({
      state: 8,
      documentNumber: messageOf(ResidenceRefusedV1).example.documentNumber,
    });
  });

  it('see a unit merged on the way: the successor answers, and the old name stays on the papers (O §4.5 unit merged)', async () => {
    const at = '2025-06-30T09:00:00+07:00';
    await open(at);
    const declaredThen = (number: number): ReturnType<typeof birthNumber> => {
      const body = birthNumber(number, {}, { birthDate: '2025-06-20' });
      const residence = body.declaration.residence && { ...body.declaration.residence, communeCode: '26023' };
      return { ...body, receivedAt: at, declaration: { ...body.declaration, ...(residence && { residence }) } };
    };
    const [before, across, stopped] = [declaredThen(4), declaredThen(5), declaredThen(7)];
    await civil.registered(stopped);
    const { entry } = await civil.registered(before);
    expect(entry.registeredBy).toBe('Tư pháp – hộ tịch phường Trung Dũng');
    expect(await civil.sent('residence-requested', before.dossierCode)).toMatchObject([
      { recipients: 'residence/quang-vinh' },
    ]);
    await civil.declareBirth(across);
    await civil.waitFor(across.dossierCode, 'drafted');
    await civil.passTo('2025-07-01T09:00:00+07:00');
    const stop = { reason: 'Trẻ đã chết.', childDied: true };
    expect((await civil.leader.post(`/chains/${stopped.dossierCode}/stop`, stop)).status).toBe(200);
    expect(await civil.sent('branch-stopped', stopped.dossierCode)).toMatchObject([
      { recipients: 'residence/tran-bien' },
      { recipients: 'health-insurance/bien-hoa' },
    ]);
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
