import { migrateDatabase, MigratorConfig } from '@lienthong/service-host';
import { TestHome, type TestDatabase, testDatabase, withClient } from '@lienthong/testing';
import { integrationBusService } from '../src/integration-bus.service-definition';

describe('registry of a fresh installation', () => {
  let home: TestHome;
  let database: TestDatabase;
  beforeAll(async () => {
    [home, database] = await Promise.all([TestHome.create(), testDatabase(integrationBusService)]);
  });
  afterAll(async () => {
    await database.drop();
    home.remove();
  });

  const migrate = (): Promise<readonly string[]> => {
    const settings = {
      migratorDatabaseUrl: database.migratorUrl,
      appRole: database.appRole,
      lienthongHome: home.folder,
    };
    return migrateDatabase(integrationBusService, Object.assign(new MigratorConfig(), settings));
  };
  const counts = (): Promise<Record<string, number>> =>
    withClient(database.appUrl, async (client) => {
      const { rows } = await client.query<Record<string, number>>(`
        select (select count(*)::int from member) as members, (select count(*)::int from member_key) as keys,
          (select count(*)::int from office) as offices, (select count(*)::int from grant_row) as grants,
          (select count(*)::int from message_schema) as schemas, (select count(*)::int from operator) as operators,
          (select count(*)::int from log_entry where kind = 'bootstrap') as entries`);
      return rows[0] ?? {};
    });

  it('is loaded once, each row as a log entry of kind bootstrap', async () => {
    await migrate();
    const first = await counts();
    const { entries = 0, ...rows } = first;
    expect(Object.keys(rows)).toHaveLength(6);
    for (const count of Object.values(rows)) expect(count).toBeGreaterThan(0);
    // one alone could confirm nothing
    expect(rows.operators).toBeGreaterThanOrEqual(2);
    expect(entries).toBe(Object.values(rows).reduce((sum, count) => sum + count, 0));
    await migrate();
    expect(await counts()).toEqual(first);
  });

  it('holds public keys only', async () => {
    const keys = await withClient(database.appUrl, (client) => client.query('select jwk from member_key'));
    expect(JSON.stringify(keys.rows)).not.toContain('"d":');
  });
});
