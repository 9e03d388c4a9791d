import { eventually } from '@lienthong/testing';
import { birthNumber, CivilStage } from './civil-status.mother';

const numbersOf = 'select number, unused from population_number where dossier_code = $1 order by shown_at, number';

interface Given {
  readonly number: string;
  readonly unused: boolean;
}

describe('the personal number of a birth record', () => {
  let civil: CivilStage;
  afterEach(() => civil.close());

  const inUse = async (code: string): Promise<string[]> => {
    const rows = await civil.query<{ number: string }>(
      'select personal_number as number from register_entry where dossier_code = $1',
      [code],
    );
    return rows.map(({ number }) => number);
  };
  const given = (code: string): Promise<Given[]> => civil.query<Given>(numbersOf, [code]);

  it('is one, and the other is reported, when the service answers twice (O §4.5 answers twice)', async () => {
    civil = await CivilStage.open({ POPULATION_ANSWERS: 'twice' });
    const body = birthNumber(1);
    const { personalIdentificationNumber: used } = await civil.registered(body);
    const [first, second] = await given(body.dossierCode);
    const other = first?.number === used ? second : first;
    await civil.eventuallyUnused(body.dossierCode, [other?.number ?? '-']);
    expect(await inUse(body.dossierCode)).toEqual([used]);
  });

  it('is found by the dossier code when the answer was lost, and not allocated again (O §4.5 timeout after success)', async () => {
    civil = await CivilStage.open({ POPULATION_ANSWERS: 'lost,prompt' });
    const body = birthNumber(2);
    const { personalIdentificationNumber } = await civil.registered(body);
    expect(await given(body.dossierCode)).toEqual([{ number: personalIdentificationNumber, unused: false }]);
  });

  it('waits for that of the family’s own ended dossier to be given back, and refuses nothing (O §4.5 saga rule)', async () => {
    civil = await CivilStage.open();
    const body = birthNumber(7);
    await civil.declareBirth(body);
    const { personalIdentificationNumber } = await civil.waitFor(body.dossierCode, 'drafted');
    await civil.leader.post(`/chains/${body.dossierCode}/stop`, { reason: 'Gia đình rút hồ sơ.' });
    await civil.eventuallyUnused(body.dossierCode, [personalIdentificationNumber]);
    // As if the report had not arrived yet.
    const report = 'update population_number set unused = $2 where dossier_code = $1';
    await civil.query(report, [body.dossierCode, false]);
    const again = birthNumber(8, { proof: body.declaration.proof });
    await civil.declareBirth(again);
    const askedTwice = async (): Promise<boolean> => {
      const sql = 'select attempts from number_allocation where dossier_code = $1';
      const [row] = await civil.query<{ attempts: number }>(sql, [again.dossierCode]);
      return (row?.attempts ?? 0) > 1;
    };
    await eventually(askedTwice, { describe: 'the database is asked again' });
    expect(await civil.view(again.dossierCode)).toMatchObject({ status: 'registering' });
    await civil.query(report, [body.dossierCode, true]);
    await civil.waitFor(again.dossierCode, 'drafted');
  });

  it('stays the one in use when an earlier answer comes late, which is reported (O §4.5 answers twice)', async () => {
    civil = await CivilStage.open({ POPULATION_ANSWERS: 'late,prompt', POPULATION_LATE_MS: '400' });
    const body = birthNumber(3);
    const { personalIdentificationNumber: used } = await civil.registered(body);
    const late = (await given(body.dossierCode)).filter(({ number }) => number !== used);
    expect(late).toHaveLength(1);
    await civil.eventuallyUnused(body.dossierCode, [late[0]?.number ?? '-']);
    expect(await inUse(body.dossierCode)).toEqual([used]);
  });

  it('is awaited while the database is down: nobody invents one, the clerk records it, and it comes later (O §4.5 allocation fails)', async () => {
    civil = await CivilStage.open({ POPULATION_ANSWERS: 'down,down,down,down,prompt' });
    const body = birthNumber(4);
    const path = `/chains/${body.dossierCode}`;
    await civil.declareBirth(body);
    expect((await civil.registrar.get('/work-list?step=number')).body).toMatchObject({
      items: [{ dossierCode: body.dossierCode }],
    });
    const note = 'Cơ sở dữ liệu dân cư chưa trả lời; đã gọi tổng đài.';
    expect((await civil.registrar.post(`${path}/number-problem`, { note })).body).toMatchObject({
      status: 'registering',
      history: expect.arrayContaining([expect.objectContaining({ what: 'number-problem', reason: note })]),
    });
    expect(await given(body.dossierCode)).toEqual([]);
    await civil.waitFor(body.dossierCode, 'drafted');
    expect(await given(body.dossierCode)).toHaveLength(1);
  });
});
