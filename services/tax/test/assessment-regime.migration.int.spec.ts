import { runMigrations } from '@lienthong/persistence';
import { type TestDatabase, testDatabase, withClient } from '@lienthong/testing';
import type { AssessedRevenue } from '../src/assessments/assess-transfer.rules';
import { taxMigrations } from '../src/migrations';
import { AssessmentRegime1767660700000 } from '../src/migrations/assessment-regime.migration';

const at = taxMigrations.findIndex((migration) => migration === AssessmentRegime1767660700000);
const before = taxMigrations.slice(0, at);

const rows = ['16000000', '8000000'].map((amountDong) => ({ payer: 'seller', share: '1/2', amountDong }));
const revenues = JSON.stringify([
  { kind: 'personal-income-tax', rows },
  { kind: 'registration-fee', rows: rows.slice(1) },
]);

const insert = `
  insert into assessment (dossier_code, office, land_office, slip_id, slip_number, slip_message_id, submission, received_at,
    state, faults, intake_office, notice_limit_on, collection, revenues)
  values ($1, 'bien-hoa', 'bien-hoa', $1, '1', $1, 1, $2, $3, $4, 'bien-hoa', '2026-08-06', '{}', $5)`;

interface Row {
  readonly code: string;
  readonly regime: string | null;
  readonly started: string | null;
  readonly revenues: readonly AssessedRevenue[] | null;
}

describe('assessments from before a dossier kept its regime', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase({ entities: [], migrations: before });
  });
  afterAll(() => database.drop());

  it('get the regime of the day on which their slip came, and rows without exemption in their order', async () => {
    await withClient(database.migratorUrl, async (client) => {
      await client.query(insert, ['last-of-B', '2026-06-30T23:59:00+07:00', 'assessed', null, revenues]);
      await client.query(insert, ['first-of-C', '2026-07-01T00:00:00+07:00', 'assessed', null, revenues]);
      await client.query(insert, ['returned', '2026-07-01T00:00:00+07:00', 'returned', '[]', null]);
    });
    const { migratorUrl: url, appRole } = database;
    const migrations = taxMigrations.slice(0, at + 1);
    expect(await runMigrations({ url, migrations, appRole })).toEqual(['AssessmentRegime1767660700000']);
    const kept = await withClient(url, (client) =>
      client.query<Row>(
        `select dossier_code as code, regime, clock_started_on::text as started, revenues from assessment`,
      ),
    );
    const found = Object.fromEntries(kept.rows.map((row) => [row.code, row]));
    expect(found['last-of-B']).toMatchObject({ regime: 'B', started: '2026-06-30' });
    expect(found['first-of-C']).toMatchObject({ regime: 'C', started: '2026-07-01' });
    expect(found['returned']).toMatchObject({ regime: null, started: null, revenues: null });
    expect(found['first-of-C']?.revenues).toEqual([
      {
        kind: 'personal-income-tax',
        rules: [],
        rows: rows.map((row) => ({ ...row, arisingDong: row.amountDong, exemptDong: '0', reasons: [] })),
      },
      {
        kind: 'registration-fee',
        rules: [],
        rows: [{ ...rows[1], arisingDong: '8000000', exemptDong: '0', reasons: [] }],
      },
    ]);
  });
});
