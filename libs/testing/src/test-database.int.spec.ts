import { testDatabase, withClient } from './test-database';

const nothing = { entities: [], migrations: [] };

describe('a test database', () => {
  it('is closed to the roles of other databases, and its app role makes no tables', async () => {
    const [own, other] = await Promise.all([testDatabase(nothing), testDatabase(nothing)]);
    const trespass = new URL(own.appUrl);
    trespass.pathname = `/${other.name}`;
    await expect(withClient(trespass.toString(), (client) => client.query('select 1'))).rejects.toThrow(
      'permission denied',
    );
    await expect(withClient(own.appUrl, (client) => client.query('create table t (x int)'))).rejects.toThrow(
      'permission denied',
    );
    await own.drop();
    await other.drop();
  });

  it('goes although someone is connected', async () => {
    const database = await testDatabase(nothing);
    await withClient(database.appUrl, async (client) => {
      client.on('error', () => undefined);
      await database.drop();
      await expect(client.query('select 1')).rejects.toThrow();
    });
  });
});
