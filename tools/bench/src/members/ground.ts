import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDevelopmentKeys, migrateDatabase } from '@lienthong/service-host';
import { Client } from 'pg';
import {
  createDatabase,
  describeDatabase,
  newRunId,
  provisionRun,
  removeTraces,
  type Run,
  type RunTraces,
  type ServiceDatabase,
} from '../../../local-infra/src';
import type { BenchContext } from '../scenario';
import { benchMember } from './bench-member.service-definition';
import { writeRegistry } from './registry';

const BUS = 'integration-bus';

/** Databases of the bus and of members, each made by its own migrator: the same for our services and for the floor. */
export class Ground {
  private constructor(
    /** Folder of the keys of bus and members. */
    readonly home: string,
    readonly run: Run,
    /** Of the members. */
    readonly databases: ReadonlyMap<string, ServiceDatabase>,
    private readonly traces: RunTraces,
    private readonly context: BenchContext,
  ) {}

  /** `aside`: known to the bus, without process or database. */
  static async prepare(
    context: BenchContext,
    members: readonly string[],
    aside: readonly string[] = [],
  ): Promise<Ground> {
    const { infra, signal } = context;
    const home = mkdtempSync(join(context.home, 'members-'));
    const registryDir = join(home, 'registry');
    await ensureDevelopmentKeys(home, [], [BUS, ...members, ...aside]);
    writeRegistry(registryDir, [...members, ...aside]);
    const run = await provisionRun({ infra, runId: newRunId(), services: [BUS], home, registryDir, signal });
    const { traces, databases } = await migrateMembers(context, home, members);
    return new Ground(home, run, databases, traces, context);
  }

  /** By the owner of the tables, for whoever looks from outside. */
  get urls(): ReadonlyMap<string, string> {
    return new Map([...this.all].map(([name, { migratorUrl }]) => [name, migratorUrl]));
  }

  /** Bus and members. */
  get all(): ReadonlyMap<string, ServiceDatabase> {
    return new Map([...this.databases, ...this.run.databases]);
  }

  async drop(): Promise<void> {
    await removeTraces(this.traces);
    this.context.infra.guard.removed(this.traces.runId);
    await this.run.drop();
  }
}

async function migrateMembers(
  { infra }: BenchContext,
  home: string,
  members: readonly string[],
): Promise<{ traces: RunTraces; databases: ReadonlyMap<string, ServiceDatabase> }> {
  const { adminUrl } = infra.postgres;
  const runId = newRunId();
  const databases = new Map(members.map((name) => [name, describeDatabase(adminUrl, runId, name)]));
  const all = [...databases.values()];
  const traces = {
    ...{ runId, adminUrl, brokers: infra.kafka.brokers, topicPrefix: `lt.${runId}.` },
    databases: all.map(({ name }) => name),
    roles: all.flatMap(({ migratorRole, appRole }) => [migratorRole, appRole]),
  };
  infra.guard.removeOnDeath(traces);
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    for (const [code, database] of databases) {
      await createDatabase(admin, database);
      const { migratorUrl: migratorDatabaseUrl, appRole } = database;
      await migrateDatabase(benchMember(code), { migratorDatabaseUrl, appRole, lienthongHome: home, clockOffsetMs: 0 });
    }
  } finally {
    await admin.end();
  }
  return { traces, databases };
}
