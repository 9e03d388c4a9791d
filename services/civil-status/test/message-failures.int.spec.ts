import { messageOf, type MessageClass } from '@lienthong/envelope';
import { BirthRegisteredV1, ChainProgressedV1, ResidenceRequestedV1 } from '@lienthong/contracts';
import { eventually } from '@lienthong/testing';
import { Agencies } from './answers.mother';
import { birthNumber, CivilStage } from './civil-status.mother';

interface Task {
  readonly dossierCode: string;
  readonly branch?: string;
  readonly text: string;
}

interface Undelivered {
  readonly undelivered?: readonly { readonly step: string; readonly reason: string }[];
}

const FAIL = `
insert into message_failure (key, message_id, type, recipients, outcome, reason, failed_at)
select id || '||' || $3, id, type, recipients, $3, $4, now() from outbox
 where type = $1 and stream = 'dossier:' || $2 order by ord limit 1`;

describe('a message of a chain that the bus or a partner does not take', () => {
  let civil: CivilStage;
  beforeAll(async () => {
    civil = await CivilStage.open();
  });
  afterAll(() => civil.close());

  const fails = (
    of: new () => object,
    code: string,
    outcome = 'rejected',
    reason = 'GRANT_MISSING',
  ): Promise<object[]> => civil.query(FAIL, [messageOf(of as MessageClass<object>).type, code, outcome, reason]);
  const tasks = async (code: string): Promise<readonly Task[]> => {
    const { body } = await civil.registrar.get<{ items: Task[] }>('/tasks?kind=officer-task&limit=100');
    return body.items.filter(({ dossierCode }) => dossierCode === code);
  };
  const task = (code: string): Promise<Task | undefined> =>
    eventually(async () => (await tasks(code))[0], { describe: `the task of ${code}` });
  const undelivered = async (code: string): Promise<Undelivered['undelivered']> =>
    ((await civil.view(code)) as Undelivered).undelivered;

  it('is a task with its reason; the chain stands as it did, and goes on when the request is sent again', async () => {
    const body = birthNumber(1);
    const { dossierCode } = body;
    await civil.registered(body);
    const before = (await civil.view(dossierCode)).subDossiers;
    await fails(ResidenceRequestedV1, dossierCode);
    expect(await task(dossierCode)).toMatchObject({
      branch: 'residence',
      text: expect.stringContaining('GRANT_MISSING') as string,
    });
    expect(await undelivered(dossierCode)).toMatchObject([{ step: 'register-residence' }]);
    expect((await civil.view(dossierCode)).subDossiers).toEqual(before);

    const again = `/chains/${dossierCode}/branches/residence/ask-again`;
    expect((await civil.registrar.post(again)).status).toBe(200);
    expect(await civil.sent('residence-requested', dossierCode)).toHaveLength(2);
    expect(await undelivered(dossierCode)).toBeUndefined();
    expect((await civil.registrar.post(again)).status).toBe(409);
    expect(await civil.sent('residence-requested', dossierCode)).toHaveLength(2);
    await new Agencies(civil).residenceRegistered(dossierCode);
    expect((await civil.view(dossierCode)).subDossiers.find(({ branch }) => branch === 'residence')?.state).toBe(9);
  });

  it('is nobody’s work any more once the partner has released and answered it', async () => {
    const body = birthNumber(2);
    const { dossierCode } = body;
    await civil.registered(body);
    await fails(ResidenceRequestedV1, dossierCode, 'parked', 'residence.ANY');
    expect((await task(dossierCode))?.text).toContain('bên nhận không xử lý được (residence.ANY)');
    await new Agencies(civil).residenceRegistered(dossierCode);
    expect(await undelivered(dossierCode)).toBeUndefined();
  });

  it('is a task also where it belongs to no step or to one that is done, and the desk is told nothing new', async () => {
    const body = birthNumber(3);
    const { dossierCode } = body;
    await civil.registered(body);
    const told = (await civil.sent('chain-progressed', dossierCode)).length;
    await fails(ChainProgressedV1, dossierCode);
    await fails(BirthRegisteredV1, dossierCode);
    await eventually(async () => (await tasks(dossierCode)).length === 2, { describe: 'two tasks' });
    expect(await civil.sent('chain-progressed', dossierCode)).toHaveLength(told);
  });
});
