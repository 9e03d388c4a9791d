import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'pg';
import type { RunTraces } from './guard-protocol';
import type { Infrastructure } from './infrastructure';
import { Migrations } from './migrations';
import { repositoryRoot } from './repository';
import { grantMembers } from './kafka-rights';
import { quoted, removeTraces } from './run-traces';
import { type ServiceName } from './services';

export interface ServiceDatabase {
  readonly name: string;
  readonly migratorRole: string;
  readonly appRole: string;
  readonly migratorUrl: string;
  readonly appUrl: string;
}

/** One run: its own databases, roles, topic prefix and folder of logs. */
export interface Run {
  readonly runId: string;
  readonly topicPrefix: string;
  /** Logs of the run's services: `<home>/runs/<runId>`. */
  readonly folder: string;
  readonly databases: ReadonlyMap<ServiceName, ServiceDatabase>;
  /** Removes databases, roles, topics and consumer groups of the run. */
  drop(): Promise<void>;
}

export interface ProvisionOptions {
  readonly infra: Infrastructure;
  readonly runId: string;
  readonly services: readonly ServiceName[];
  /** Folder of the development keys and of the runs' folders. */
  readonly home: string;
  /** Business time minus real time, for what a migration dates. */
  readonly clockOffsetMs?: number;
  /** What the bus's registry starts with; that of the repository if left out. */
  readonly registryDir?: string;
  /** Leaves the databases when this process dies; otherwise the guard removes them. */
  readonly keep?: boolean;
  readonly signal?: AbortSignal;
}

const createdAtOnce = 2;

/** A name for a run that no other run of this cluster has. */
export function newRunId(): string {
  return randomBytes(5).toString('hex');
}

/** Where a run's logs lie. */
export function runFolder(home: string, runId: string): string {
  return join(home, 'runs', runId);
}

/** Creates the run's databases and roles and migrates each database by its service's own migrator, all in one process. */
export async function provisionRun(options: ProvisionOptions): Promise<Run> {
  const { infra, runId, services, home } = options;
  const folder = runFolder(home, runId);
  mkdirSync(folder, { recursive: true });
  const databases = new Map(
    services.map((service) => [service, describeDatabase(infra.postgres.adminUrl, runId, service)]),
  );
  const traces: RunTraces = {
    runId,
    adminUrl: infra.postgres.adminUrl,
    brokers: infra.kafka.brokers,
    ...(infra.kafka.access && { kafkaAccess: infra.kafka.access }),
    topicPrefix: `lt.${runId}.`,
    databases: [...databases.values()].map(({ name }) => name),
    roles: [...databases.values()].flatMap(({ migratorRole, appRole }) => [migratorRole, appRole]),
  };
  if (!options.keep) infra.guard.removeOnDeath(traces);
  const drop = async (): Promise<void> => {
    await removeTraces(traces);
    infra.guard.removed(runId);
  };
  try {
    await Promise.all([
      createAndMigrate(options, databases, folder),
      grantMembers(infra.kafka, traces.topicPrefix, home),
    ]);
  } catch (error) {
    await drop();
    throw error;
  }
  return { runId, topicPrefix: traces.topicPrefix, folder, databases, drop };
}

/** Names and addresses of a database of a run. */
export function describeDatabase(adminUrl: string, runId: string, service: string): ServiceDatabase {
  const name = `lt_${runId}_${service.replaceAll('-', '_')}`;
  const url = (role: string): string => {
    const address = new URL(adminUrl);
    address.username = role;
    address.password = randomBytes(18).toString('base64url');
    address.pathname = `/${name}`;
    return address.toString();
  };
  const [migratorRole, appRole] = [`${name}_migrator`, `${name}_app`];
  return { name, migratorRole, appRole, migratorUrl: url(migratorRole), appUrl: url(appRole) };
}

async function createAndMigrate(
  { infra, home, signal, clockOffsetMs = 0, registryDir = bundledRegistry() }: ProvisionOptions,
  databases: ReadonlyMap<ServiceName, ServiceDatabase>,
  folder: string,
): Promise<void> {
  const migrations = new Migrations({
    guard: infra.guard,
    logFile: join(folder, 'migrations.log'),
    environment: {
      DATABASE_URL: undefined,
      LIENTHONG_HOME: home,
      CLOCK_OFFSET_MS: String(clockOffsetMs),
      REGISTRY_DIR: registryDir,
    },
    ...(signal && { signal }),
  });
  const admin = new Pool({ connectionString: infra.postgres.adminUrl, max: createdAtOnce });
  const waiting = [...databases];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      signal?.throwIfAborted();
      const [service, database] = next;
      await createDatabase(admin, database);
      const variables = { MIGRATOR_DATABASE_URL: database.migratorUrl, APP_ROLE: database.appRole };
      migrations.begin({ service, variables });
    }
  };
  try {
    const workers = await Promise.allSettled(Array.from({ length: createdAtOnce }, worker));
    const failed = workers.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason as Error;
    await migrations.done();
  } catch (error) {
    migrations.giveUp();
    throw error;
  } finally {
    await admin.end();
  }
}

/** A new database is open to everyone until CONNECT is taken from PUBLIC; then only its own two roles get in. */
export async function createDatabase(
  admin: Pick<Pool, 'query'>,
  { name, migratorRole, appRole, migratorUrl, appUrl }: ServiceDatabase,
): Promise<void> {
  for (const [role, url] of [
    [migratorRole, migratorUrl],
    [appRole, appUrl],
  ] as const) {
    await admin.query(`CREATE ROLE ${quoted(role)} LOGIN PASSWORD '${new URL(url).password}'`);
  }
  await admin.query(`GRANT ${quoted(migratorRole)} TO CURRENT_USER`);
  await admin.query(`CREATE DATABASE ${quoted(name)} OWNER ${quoted(migratorRole)} TEMPLATE template0`);
  await admin.query(`REVOKE ALL ON DATABASE ${quoted(name)} FROM PUBLIC`);
  await admin.query(`GRANT CONNECT ON DATABASE ${quoted(name)} TO ${quoted(appRole)}`);
}

function bundledRegistry(): string {
  return join(repositoryRoot(), 'deploy', 'registry');
}
