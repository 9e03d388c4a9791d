import { eventually } from '@lienthong/testing';
import { type DossierFile, PROCEDURE, positionOf, registerParcels, roles, setPolicies } from '../../tools/demo/src';
import { CivilStage } from './support/civil-stage';
import { E2eStack } from './support/e2e-stack';
import { freshDossier } from './support/story';

interface Tasks {
  readonly items: readonly { readonly dossierCode: string; readonly text: string }[];
}

const TIMEOUT_MS = 60_000;
const RESIDENCE_REQUESTED = 'vn.lienthong.civil-status.residence-requested.v1';
const SLIP_SENT = 'vn.lienthong.land-registry.transfer-slip-sent.v2';

describe('a request over the real bus that comes to nothing', () => {
  let e2e: E2eStack;
  let stage: CivilStage;
  beforeAll(async () => {
    e2e = await E2eStack.start({ env: () => ({ DIRECTORY_AGE_MS: '1000' }) });
    stage = new CivilStage(e2e);
    await stage.decidePolicies();
  });
  afterAll(() => e2e?.close());

  /** Changes the bus's registry, and lets the bus read it. */
  const administer = async (sql: string, values: readonly unknown[]): Promise<void> => {
    await e2e.rows('integration-bus', sql, values);
    const bus = e2e.stack.service('integration-bus');
    await bus.stop();
    bus.start();
    await bus.ready(TIMEOUT_MS);
  };
  const grant = (isEnabled: boolean): Promise<void> =>
    administer('update grant_row set enabled = $2 where type = $1', [RESIDENCE_REQUESTED, isEnabled]);
  const taskOf = (person: ReturnType<CivilStage['person']>, code: string): Promise<string> =>
    eventually(
      async () => {
        const { items } = await stage.agencies.get<Tasks>(person, '/tasks?kind=officer-task&limit=100');
        return items.find(({ dossierCode }) => dossierCode === code)?.text;
      },
      { timeoutMs: TIMEOUT_MS, describe: `the task of ${code}` },
    );
  const registrar = (): ReturnType<CivilStage['person']> => stage.person('civil-status', 'registrar');
  const drafted = async (): Promise<string> => {
    const { code } = await stage.declare('birth', stage.birth());
    await stage.draftedNumber(code);
    return code;
  };

  it('is the registrar’s task with the bus’s reason when its grant is withdrawn, though the registrar is killed before the answer', async () => {
    const code = await drafted();
    await grant(false);
    await stage.sign(code);
    const civil = e2e.stack.service('civil-status');
    await civil.kill();
    civil.start();
    await civil.ready(TIMEOUT_MS);
    expect(await taskOf(registrar(), code)).toContain('integration-bus.GRANT_MISSING');
    await stage.branchIn(code, 'health-card', 9);

    await grant(true);
    await stage.agencies.post(registrar(), `/chains/${code}/branches/residence/ask-again`);
    await stage.police(code, 'register');
    expect(await stage.handOver(code)).toMatchObject({ outcome: 'completed' });
    const asked = 'select 1 from registration where dossier_code = $1';
    expect(await e2e.rows('residence', asked, [code])).toHaveLength(1);
    expect(await e2e.rows('civil-status', 'select 1 from desk_task where dossier_code = $1', [code])).toHaveLength(1);
  });

  it('is the registrar’s task with the partner’s cause when the partner parks it, and goes on when that is released', async () => {
    const code = await drafted();
    await e2e.rows('residence', 'alter table registration rename to registration_away');
    await stage.sign(code);
    expect(await taskOf(registrar(), code)).toContain('bên nhận không xử lý được');
    await e2e.rows('residence', 'alter table registration_away rename to registration');
    const [parked] = await e2e.rows<{ sender: string; id: string }>('residence', 'select sender, id from parked');
    const operator = { member: 'residence', role: 'message-operator', office: 'tran-bien' };
    await stage.agencies.post(operator, `/parked/${parked?.sender}/${parked?.id}/release`);
    await stage.police(code, 'register');
    expect(await stage.handOver(code)).toMatchObject({ outcome: 'completed' });
  });

  it('is the land officer’s task when the schema of the slip is refused, and the dossier goes on when it is signed again', async () => {
    const file: DossierFile = freshDossier(e2e.today);
    const offices = e2e.offices(file.parcels[0]?.communeCode ?? '');
    await setPolicies(stage.agencies, offices, true);
    await registerParcels(stage.agencies, offices, [file]);
    const revisions = await e2e.rows<{ row: object }>(
      'integration-bus',
      'delete from message_schema s where type = $1 returning to_jsonb(s) as row',
      [SLIP_SENT],
    );
    await administer('select 1', []);
    const { code } = await stage.agencies.post<{ code: string }>(roles.deskClerk(offices.intake), '/dossiers', {
      ...{ procedure: PROCEDURE, sellers: file.sellers, buyers: file.buyers, contract: file.contract },
      ...{ certificate: file.certificate, submitter: { name: file.buyers[0]?.name } },
      parcels: file.parcels.map((parcel) => ({ ...parcel, position: positionOf(parcel) })),
    });
    const officer = { member: 'land-registry', role: 'land-officer', office: offices.land };
    expect(await taskOf(officer, code)).toContain('integration-bus.SCHEMA');
    await administer('insert into message_schema select * from jsonb_populate_recordset(null::message_schema, $1)', [
      JSON.stringify(revisions.map(({ row }) => row)),
    ]);
    await stage.agencies.post({ ...officer, role: 'land-leader' }, `/dossiers/${code}/sign-slip`);
    const isReturned = async (): Promise<boolean> => {
      const clerk = roles.deskClerk(offices.intake);
      return (await stage.agencies.get<{ state: number }>(clerk, `/dossiers/${code}`)).state === 10;
    };
    await eventually(isReturned, { timeoutMs: TIMEOUT_MS, describe: `${code} handed over` });
  });
});
