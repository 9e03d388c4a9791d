import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureDevelopmentKeys, migrateDatabase } from '@lienthong/service-host';
import { Client } from 'pg';
import {
  createDatabase,
  describeDatabase,
  newRunId,
  prepareStack,
  provisionRun,
  removeTraces,
  type Run,
  type RunTraces,
  type ServiceDatabase,
  type Stack,
} from '../../../local-infra/src';
import { drive } from '../load/drive';
import type { ChainLoad, ChainRun } from '../load/load';
import { settled } from '../load/settled';
import { Worker } from '../load/worker';
import type { Watched } from '../measure/process-use';
import type { BenchContext } from '../scenario';
import { benchMember } from './bench-member.service-definition';
import { MemberBooks } from './member-books';
import { writeRegistry } from './registry';

const BUS = 'integration-bus';
const READY_TIMEOUT_MS = 60_000;
const READY_POLL_MS = 50;

interface Stage {
  readonly context: BenchContext;
  readonly run: Run;
  readonly stack: Stack;
  readonly traces: RunTraces;
  readonly workers: ReadonlyMap<string, Worker>;
  readonly books: MemberBooks;
}

/** The real bus and members of the bench on our libraries, each a process of its own: the counterpart of the floor. */
export class MemberLine {
  private runs = 0;

  private constructor(private readonly stage: Stage) {}

  static async open(context: BenchContext, members: readonly string[]): Promise<MemberLine> {
    const { infra, signal } = context;
    const home = mkdtempSync(join(context.home, 'members-'));
    const registryDir = join(home, 'registry');
    await ensureDevelopmentKeys(home, [], [BUS, ...members]);
    writeRegistry(registryDir, members);
    const run = await provisionRun({ infra, runId: newRunId(), services: [BUS], home, registryDir, signal });
    const { traces, databases } = await migrateMembers(context, home, members);
    const stack = await prepareStack({ infra, run, clockOffsetMs: 0, home, ports: 'free', services: [BUS], signal });
    const urls = new Map([...databases, ...run.databases].map(([name, { migratorUrl }]) => [name, migratorUrl]));
    const workers = new Map(
      members.map((name) => [name, startMember({ name, context, home, run, database: databases.get(name) })]),
    );
    const line = new MemberLine({ context, run, stack, traces, workers, books: new MemberBooks(BUS, urls) });
    try {
      for (const service of stack.services) service.start();
      await stack.ready(undefined, signal);
      await Promise.all([...workers.values()].map(answersReady));
    } catch (error) {
      await line.close();
      throw error;
    }
    return line;
  }

  get watched(): readonly Watched[] {
    const { stack, workers } = this.stage;
    return [
      ...stack.services.map(({ name, pid }) => ({ name: name, pid })),
      ...[...workers.values()].map(({ watched }) => watched),
    ];
  }

  /** Resolves when every chain is handled and acknowledged. @throws InvalidRun when the counts do not add up */
  async run(load: ChainLoad): Promise<ChainRun> {
    const { chains, route, bytes, atOnce, ratePerSecond, stateRows = 1, streams = 0 } = load;
    const { workers, books, context } = this.stage;
    this.runs += 1;
    const plan = { run: `r${this.runs}`, route, bytes, streams, stateRows };
    const all = [...workers.values()];
    const before = await books.acknowledged();
    const { startedAt, latenciesMs } = await drive({
      ...{ plan, chains, ...(atOnce && { atOnce }), ...(ratePerSecond && { ratePerSecond }) },
      tell: (begin) => workers.get(route[0] as string)?.tell({ ...begin }),
      listen: (hear) => all.forEach((worker) => (worker.onCommitted = hear)),
      failed: Promise.race(all.map(({ failed }) => failed)),
      signal: context.signal,
    });
    const messages = chains * (route.length - 1);
    const { lastAt } = await settled(before.count + messages, () => books.acknowledged());
    await books.check({ plan, chains, messages: before.count + messages });
    return { durationMs: lastAt - startedAt, latenciesMs, messages };
  }

  /** Stops the processes and removes databases and topics. */
  async close(): Promise<void> {
    const { workers, stack, books, run, traces, context } = this.stage;
    await Promise.all([...workers.values()].map((worker) => worker.stop()));
    await stack.stop();
    await books.close();
    await removeTraces(traces);
    context.infra.guard.removed(traces.runId);
    await run.drop();
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

interface MemberPlace {
  readonly name: string;
  readonly context: BenchContext;
  readonly home: string;
  readonly run: Run;
  readonly database: ServiceDatabase | undefined;
}

function startMember({ name, context, home, run, database }: MemberPlace): Worker {
  const { guard, kafka } = context.infra;
  const environment = {
    ...{ BENCH_MEMBER: name, PORT: '0', DATABASE_URL: database?.appUrl, KAFKA_BROKERS: kafka.brokers },
    ...{ TOPIC_PREFIX: run.topicPrefix, LIENTHONG_HOME: home },
  };
  const logFile = join(run.folder, `${name}.log`);
  return new Worker({ name, script: join(__dirname, 'main.js'), logFile, guard, environment });
}

async function answersReady(worker: Worker): Promise<void> {
  const { port } = await worker.ready;
  const until = performance.now() + READY_TIMEOUT_MS;
  for (let said = 'nothing'; ;) {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`);
    if (answer.ok) return;
    said = await answer.text();
    if (performance.now() > until) throw new Error(`${worker.watched.name} is not ready; it said ${said}`);
    await delay(READY_POLL_MS);
  }
}
