import { randomBytes } from 'node:crypto';
import { runMigrations } from '@lienthong/persistence';
import { Client } from 'pg';
import type { MigrationInterface } from 'typeorm';
import { testInfrastructure } from './testing.config';

/** What a database is made for: a service definition, or a part of one. */
export interface SchemaDefinition {
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** A database of its own with the two roles of production. */
export interface TestDatabase {
  readonly name: string;
  readonly appRole: string;
  /** URL of the role that a service runs as: rows, never tables. */
  readonly appUrl: string;
  /** URL of the role that owns the schema. */
  readonly migratorUrl: string;
  /** Removes the database, also while someone is connected, and its roles. */
  drop(): Promise<void>;
}

/** Creates a database as production has it (own roles, closed to all others) and migrates it as the migrator. */
export async function testDatabase({ migrations }: SchemaDefinition): Promise<TestDatabase> {
  const name = `lt_test_${randomBytes(6).toString('hex')}`;
  const [migratorRole, appRole] = [`${name}_migrator`, `${name}_app`];
  const password = randomBytes(18).toString('base64url');
  const url = (role: string): string => addressOf(name, role, password);
  const drop = (): Promise<void> =>
    asAdmin([`drop database if exists ${name} with (force)`, `drop role if exists ${appRole}, ${migratorRole}`]);
  try {
    await asAdmin([
      `create role ${migratorRole} login password '${password}'`,
      `create role ${appRole} login password '${password}'`,
      `grant ${migratorRole} to current_user`,
      `create database ${name} owner ${migratorRole} template template0`,
      `revoke all on database ${name} from public`,
      `grant connect on database ${name} to ${appRole}`,
    ]);
    await runMigrations({ url: url(migratorRole), migrations, appRole });
  } catch (error) {
    await drop();
    throw error;
  }
  return { name, appRole, appUrl: url(appRole), migratorUrl: url(migratorRole), drop };
}

/** Runs queries as one role and closes the connection. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** CREATE DATABASE cannot run in a transaction, so the statements go one by one. */
async function asAdmin(statements: readonly string[]): Promise<void> {
  await withClient(testInfrastructure().postgres, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

function addressOf(database: string, role: string, password: string): string {
  const address = new URL(testInfrastructure().postgres);
  address.username = role;
  address.password = password;
  address.pathname = `/${database}`;
  return address.toString();
}
