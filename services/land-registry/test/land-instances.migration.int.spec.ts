import { runMigrations } from '@lienthong/persistence';
import { landTransfer, type ProcedureInstance, versionOf } from '@lienthong/procedures';
import { type TestDatabase, testDatabase, withClient } from '@lienthong/testing';
import { type LandDossierStatus, statusOf } from '../src/dossiers/land-dossier.state';
import { statusIn } from '../src/dossiers/land-procedure.rules';
import { LandInstances1767226000201 } from '../src/migrations/land-instances.migration';
import { migrations } from '../src/migrations';

const before = migrations.filter((migration) => migration !== LandInstances1767226000201);
/** Those that there were then. */
const later: readonly LandDossierStatus[] = ['refiled', 'result-questioned'];
const statuses = [...new Set(Object.values(statusOf))].filter((status) => !later.includes(status));

const insert = `
  insert into land_dossier (dossier_code, office, status, receipt_number, received_at, intake_office, content,
    slip_faults, notices, history, work_message_id, since, fulfilled_on, certificate, reason, document_number)
  values ($1, 'bien-hoa', $1, $1, '2026-08-03T09:10:00+07:00', 'bien-hoa', '{"procedure":"1.013831"}', '[]', '{}', '[]',
    gen_random_uuid(), '2026-08-05T16:00:00+07:00', $2, $3, $4, $5)`;

function rowOf(status: LandDossierStatus): readonly unknown[] {
  const signed = status === 'concluded' || status === 'handed-over';
  const refused = status === 'rejected';
  return [status, signed ? '2026-08-05' : null, signed ? '{}' : null, refused ? 'why' : null, refused ? '1' : null];
}

describe('land dossiers that were on their way before the procedure was kept with them', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase({ entities: [], migrations: before });
  });
  afterAll(() => database.drop());

  it('get the place in the land transfer that their status names', async () => {
    await withClient(database.migratorUrl, async (client) => {
      for (const status of statuses) await client.query(insert, [...rowOf(status)]);
    });
    const { migratorUrl: url, appRole } = database;
    expect(await runMigrations({ url, migrations, appRole })).toEqual(['LandInstances1767226000201']);
    const { rows } = await withClient(url, (client) =>
      client.query<{ status: string; instance: ProcedureInstance }>('select status, instance from land_dossier'),
    );
    expect(rows.map(({ status, instance }) => [status, statusIn(versionOf(instance), instance)])).toEqual(
      statuses.map((status) => [status, status]),
    );
    const steps = new Set(landTransfer.versions[0]?.steps.map(({ id }) => id));
    for (const { instance } of rows) {
      expect(instance).toMatchObject({ procedure: '1.013831', version: 1, begun: '2026-08-03T09:10:00.000+07:00' });
      expect(Object.keys(instance.steps).filter((id) => !steps.has(id))).toEqual([]);
      for (const step of Object.values(instance.steps)) expect(step.since).toBe('2026-08-05T16:00:00.000+07:00');
    }
  });
});
