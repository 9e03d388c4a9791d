import { birthNumber, CivilStage } from './civil-status.mother';

const reason = 'Hoàn thiện hồ sơ cho công an.';

describe('a chain that the law gives more time', () => {
  let civil: CivilStage;
  afterEach(() => civil.close());

  const extend = (code: string, extension: string) =>
    civil.registrar.post<{ dueAt: string }>(`/chains/${code}/extend`, { extension, reason });
  const told = async (code: string): Promise<readonly unknown[]> =>
    (await civil.sent('chain-progressed', code)).flatMap(({ body: { appointmentAt, note } }) =>
      appointmentAt === undefined ? [] : [[appointmentAt, note]],
    );

  it('has two working days more when the commune completes the file, once, and the citizen is told (TTLT 05/2015)', async () => {
    const at = '2019-08-12T09:00:00+07:00';
    civil = await CivilStage.open({}, at);
    const body = birthNumber(1, {}, { birthDate: '2019-08-01' });
    const { dossierCode } = body;
    await civil.registered({ ...body, receivedAt: at, appointmentAt: '2019-09-10T09:00:00+07:00' });
    expect(await told(dossierCode)).toEqual([]);
    expect(await extend(dossierCode, 'completed-file')).toMatchObject({
      status: 200,
      body: { dueAt: '2019-09-12T09:00:00.000+07:00', note: reason },
    });
    expect(await told(dossierCode)).toEqual([['2019-09-12T09:00:00.000+07:00', reason]]);
    expect(await extend(dossierCode, 'completed-file')).toMatchObject({
      ...{ status: 409, body: { code: 'civil-status.EXTENSION_APPLIED' } },
    });
    for (const unknown of ['remote-commune', 'verification']) {
      expect(await extend(dossierCode, unknown)).toMatchObject({
        ...{ status: 409, body: { code: 'civil-status.EXTENSION_UNKNOWN' } },
      });
    }
  });

  it('has two working days more when something has to be verified (NĐ 63/2024)', async () => {
    civil = await CivilStage.open();
    const body = birthNumber(2);
    await civil.registered(body);
    const { dueAt } = await civil.view(body.dossierCode);
    expect(dueAt).toBe('2026-08-06T09:20:00.000+07:00');
    expect((await extend(body.dossierCode, 'verification')).body).toMatchObject({
      dueAt: '2026-08-10T09:20:00.000+07:00',
    });
  });
});
