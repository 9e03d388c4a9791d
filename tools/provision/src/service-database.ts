import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { ProvisionConfig } from './provision.config';

/** The lasting database of one service, with a role that migrates it and one that works in it. */
export interface ServiceDatabase {
  readonly name: string;
  readonly migratorUrl: string;
  readonly appUrl: string;
  readonly appRole: string;
}

/** Addresses with passwords; made once and kept as `<home>/database/<service>.<role>.url`, readable by the owner only. */
export function describeServiceDatabase(service: string, { host, home }: ProvisionConfig): ServiceDatabase {
  const name = `lienthong_${service.replaceAll('-', '_')}`;
  const folder = join(home, 'database');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const keptUrl = (role: 'migrator' | 'app'): string => {
    const file = join(folder, `${service}.${role}.url`);
    if (!existsSync(file)) {
      const password = randomBytes(24).toString('base64url');
      writeFileSync(file, `postgres://${name}_${role}:${password}@${host}/${name}`, { mode: 0o600, flag: 'wx' });
    }
    return readFileSync(file, 'utf8');
  };
  return { name, migratorUrl: keptUrl('migrator'), appUrl: keptUrl('app'), appRole: `${name}_app` };
}

/** Creates what is missing and gives the roles the kept passwords; doing it again changes nothing. */
export async function createServiceDatabase(administrator: Client, database: ServiceDatabase): Promise<void> {
  const roles = [database.migratorUrl, database.appUrl].map((url) => new URL(url));
  for (const { username, password } of roles) await ensureRole(administrator, username, password);
  const [migrator, app] = roles.map(({ username }) => escapeIdentifier(username));
  const name = escapeIdentifier(database.name);
  const found = await administrator.query('SELECT 1 FROM pg_database WHERE datname = $1', [database.name]);
  if (found.rowCount === 0) {
    await administrator.query(`GRANT ${migrator} TO CURRENT_USER`);
    await administrator.query(`CREATE DATABASE ${name} OWNER ${migrator} TEMPLATE template0`);
  }
  // a new database is open to everyone until CONNECT is taken from PUBLIC
  await administrator.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await administrator.query(`GRANT CONNECT ON DATABASE ${name} TO ${app}`);
}

async function ensureRole(administrator: Client, role: string, password: string): Promise<void> {
  const found = await administrator.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
  const verb = found.rowCount === 0 ? 'CREATE' : 'ALTER';
  await administrator.query(`${verb} ROLE ${escapeIdentifier(role)} LOGIN PASSWORD ${escapeLiteral(password)}`);
}
