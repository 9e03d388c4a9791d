import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { ProvisionConfig } from './provision.config';
import { createServiceDatabase, describeServiceDatabase, type ServiceDatabase } from './service-database';

describe('lasting databases of an installation', () => {
  const adminUrl = new URL(process.env['LIENTHONG_TEST_POSTGRES'] ?? '');
  const home = mkdtempSync(join(tmpdir(), 'lienthong-provision-'));
  const config: ProvisionConfig = {
    host: adminUrl.host,
    administrator: '',
    administratorPassword: '',
    home,
    securedKafka: undefined,
  };
  const administrator = new Client({ connectionString: adminUrl.toString() });
  const services = ['tax', 'treasury'].map((name) => `${name}-${randomBytes(4).toString('hex')}`);
  const databases: ServiceDatabase[] = [];

  beforeAll(async () => {
    await administrator.connect();
    for (const service of services) {
      const database = describeServiceDatabase(service, config);
      await createServiceDatabase(administrator, database);
      databases.push(database);
    }
  });
  afterAll(async () => {
    for (const { name } of databases) {
      await administrator.query(`DROP DATABASE "${name}" WITH (FORCE)`);
      await administrator.query(`DROP ROLE "${name}_app"`);
      await administrator.query(`DROP ROLE "${name}_migrator"`);
    }
    await administrator.end();
    rmSync(home, { recursive: true });
  });

  it('gives a service a database that its two roles can open', async () => {
    const [tax] = databases;
    await expect(currentUser(tax!.appUrl)).resolves.toBe(`${tax!.name}_app`);
    await expect(currentUser(tax!.migratorUrl)).resolves.toBe(`${tax!.name}_migrator`);
  });

  it('lets the app role of one service open no database of another', async () => {
    const [tax, treasury] = databases;
    const foreign = new URL(tax!.appUrl);
    foreign.pathname = `/${treasury!.name}`;
    await expect(currentUser(foreign.toString())).rejects.toThrow(/permission denied for database/);
  });

  it('lets the app role make no table', async () => {
    const client = new Client({ connectionString: databases[0]!.appUrl });
    await client.connect();
    await expect(client.query('create table mine (id int)')).rejects.toThrow(/permission denied/);
    await client.end();
  });

  it('may be run again: same passwords, same database', async () => {
    const again = describeServiceDatabase(services[0]!, config);
    await createServiceDatabase(administrator, again);
    expect(again).toEqual(databases[0]);
    await expect(currentUser(again.appUrl)).resolves.toBe(again.appRole);
  });

  it('keeps passwords where only their owner reads them', () => {
    const mode = statSync(join(home, 'database', `${services[0]!}.app.url`)).mode;
    expect((mode & 0o777).toString(8)).toBe('600');
  });
});

async function currentUser(url: string): Promise<string | undefined> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ current_user: string }>('select current_user');
    return rows[0]?.current_user;
  } finally {
    await client.end();
  }
}
