import { PapersSupplementedV1, ResidenceRegisteredV1, ResidenceSupplementWantedV1 } from '@lienthong/contracts';
import { eventually } from '@lienthong/testing';
import { PapersSupplementedHandler } from '../src/answers/papers-supplemented.handler';
import { ResidenceRegisteredHandler } from '../src/answers/residence-registered.handler';
import { ResidenceSupplementWantedHandler } from '../src/answers/residence-supplement-wanted.handler';
import { AT, birthNumber, CivilStage, DESK } from './civil-status.mother';

interface Sub {
  readonly branch: string;
  readonly state: number;
  readonly late?: boolean;
  readonly dueAt: string;
}

describe('the times of a chain', () => {
  let civil: CivilStage;
  afterEach(() => civil.close());

  const branch = async (code: string, id: string): Promise<Sub | undefined> =>
    (await civil.view(code)).subDossiers.find((sub: Sub) => sub.branch === id);
  const registered = (about: string, office: string): Promise<void> =>
    civil.answer(ResidenceRegisteredHandler, ResidenceRegisteredV1, { about, branch: 'residence', office });
  const papersWanted = (about: string): Promise<void> =>
    civil.answer(ResidenceSupplementWantedHandler, ResidenceSupplementWantedV1, {
      about,
      branch: 'residence',
      office: 'tran-bien',
    });

  it('escalate a silent agency once, name it, and keep the citizen’s due date (O §4.5 partner silent)', async () => {
    civil = await CivilStage.open();
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
    await registered(dossierCode, 'tran-bien');
    expect(await branch(dossierCode, 'residence')).toMatchObject({ state: 9 });
    expect(await branch(dossierCode, 'residence')).not.toHaveProperty('late');
  });

  it('stand while papers are awaited, and end the branch after seven working days (O §4.5 supplement)', async () => {
    civil = await CivilStage.open();
    const [slow, prompt] = [birthNumber(2), birthNumber(3)];
    for (const { dossierCode } of [await civil.registered(slow), await civil.registered(prompt)])
      await papersWanted(dossierCode);
    await civil.passTo('2026-08-11T09:00:00+07:00');
    const papers = [{ kind: 'consent', name: 'Ý kiến của chủ hộ' }];
    const { dossierCode } = prompt;
    const supplied = {
      dossierCode,
      subDossierCode: `${dossierCode}/residence`,
      suppliedAt: AT,
      papers,
    } as PapersSupplementedV1;
    await civil.stage.handle(PapersSupplementedHandler, { body: supplied, sender: 'intake', senderOffice: DESK });
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
    civil = await CivilStage.open({}, at);
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
    await registered(before.dossierCode, 'tran-bien');
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
