import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createKafka, ensureTopics } from '@lienthong/messaging';
import { Client } from 'pg';
import { newRunId, removeTraces, runFolder, type RunTraces } from '../../../local-infra/src';
import { drive } from '../load/drive';
import type { ChainLoad, ChainRun } from '../load/load';
import { settled } from '../load/settled';
import { Worker } from '../load/worker';
import type { Watched } from '../measure/process-use';
import type { BenchContext } from '../scenario';
import { FloorBooks } from './floor-books';
import { BUS, type Place, topicsOf } from './place';
import { BUS_TABLES, MEMBER_TABLES } from './tables.sql';

export interface FloorOptions {
  readonly context: BenchContext;
  readonly members: readonly string[];
  /** Rows go to the relay in memory after their commit; otherwise it claims them from the database only. */
  readonly handOver: boolean;
}

export type FloorLoad = ChainLoad;
export type FloorRun = ChainRun;

/**
 * Members and a bus written by hand with kafkajs and pg, each a process of its own (`member.ts`, `bus.ts`): what the exchange
 * of signed, logged, acknowledged messages costs when nothing is general.
 */
export class Floor {
  private runs = 0;

  private constructor(
    private readonly options: FloorOptions,
    private readonly workers: ReadonlyMap<string, Worker>,
    private readonly books: FloorBooks,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(options: FloorOptions): Promise<Floor> {
    const { context, members, handOver } = options;
    const { infra, home } = context;
    const runId = newRunId();
    const names = [BUS, ...members];
    const traces = tracesOf(runId, names, context);
    infra.guard.removeOnDeath(traces);
    const urls = new Map(names.map((name) => [name, urlOf(infra.postgres.adminUrl, databaseOf(runId, name))]));
    await createDatabases(runId, urls, context);
    const brokers = infra.kafka.brokers.split(',');
    const topics = topicsOf(traces.topicPrefix);
    const kafka = createKafka({ brokers, clientId: 'floor' });
    await ensureTopics(
      kafka,
      members.flatMap((name) => [topics.in(name), topics.out(name)]),
      { partitions: 1 },
    );
    const folder = runFolder(home, runId);
    mkdirSync(folder, { recursive: true });
    const place = { members, brokers, topicPrefix: traces.topicPrefix, handOver };
    const workers = new Map(
      placesOf(place, urls).map((one) => {
        const script = join(__dirname, one.name === BUS ? 'bus.js' : 'member.js');
        const logFile = join(folder, `floor-${one.name}.log`);
        return [
          one.name,
          new Worker({ name: `floor ${one.name}`, script, logFile, guard: infra.guard, place: { ...one } }),
        ];
      }),
    );
    const books = new FloorBooks(urls);
    const drop = async (): Promise<void> => {
      await Promise.all([...workers.values()].map((worker) => worker.stop()));
      await books.close();
      await removeTraces(traces);
      infra.guard.removed(runId);
    };
    try {
      await Promise.all([...workers.values()].map(({ ready }) => ready));
    } catch (error) {
      await drop();
      throw error;
    }
    return new Floor(options, workers, books, drop);
  }

  get watched(): readonly Watched[] {
    return [...this.workers.values()].map(({ watched }) => watched);
  }

  /** Resolves when every chain is handled and acknowledged. @throws InvalidRun when the counts do not add up */
  async run(load: FloorLoad): Promise<FloorRun> {
    const { chains, route, bytes, atOnce, ratePerSecond, stateRows = 1, streams = 0 } = load;
    this.runs += 1;
    const plan = { run: `r${this.runs}`, route, bytes, streams, stateRows };
    const workers = [...this.workers.values()];
    const before = await this.books.acknowledged();
    const { startedAt, latenciesMs } = await drive({
      ...{ plan, chains, ...(atOnce && { atOnce }), ...(ratePerSecond && { ratePerSecond }) },
      tell: (begin) => this.workers.get(route[0] as string)?.tell({ ...begin }),
      listen: (hear) => workers.forEach((worker) => (worker.onCommitted = hear)),
      failed: Promise.race(workers.map(({ failed }) => failed)),
      signal: this.options.context.signal,
    });
    const messages = chains * (route.length - 1);
    const { lastAt } = await settled(before.count + messages, () => this.books.acknowledged());
    await this.books.check({ plan, chains, messages: before.count + messages });
    return { durationMs: lastAt - startedAt, latenciesMs, messages };
  }

  /** Stops the processes and removes databases and topics. */
  close(): Promise<void> {
    return this.drop();
  }
}

function tracesOf(runId: string, names: readonly string[], { infra }: BenchContext): RunTraces {
  const { adminUrl } = infra.postgres;
  const databases = names.map((name) => databaseOf(runId, name));
  return { runId, adminUrl, brokers: infra.kafka.brokers, topicPrefix: `lt.${runId}.`, databases, roles: [] };
}

function databaseOf(runId: string, name: string): string {
  return `lt_${runId}_floor_${name.replaceAll('-', '_')}`;
}

function urlOf(adminUrl: string, database: string): string {
  const url = new URL(adminUrl);
  url.pathname = `/${database}`;
  return url.toString();
}

async function createDatabases(
  runId: string,
  urls: ReadonlyMap<string, string>,
  { infra }: BenchContext,
): Promise<void> {
  await withClient(infra.postgres.adminUrl, async (admin) => {
    for (const name of urls.keys()) await admin.query(`create database ${databaseOf(runId, name)} template template0`);
  });
  for (const [name, url] of urls) {
    await withClient(url, (client) => client.query(name === BUS ? BUS_TABLES : MEMBER_TABLES));
  }
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** Each process gets its own private key and everybody's public ones. */
function placesOf(
  place: Pick<Place, 'members' | 'brokers' | 'topicPrefix' | 'handOver'>,
  urls: ReadonlyMap<string, string>,
): readonly Place[] {
  const pairs = new Map([...urls.keys()].map((name) => [name, generateKeyPairSync('ed25519')]));
  const publicKeys = Object.fromEntries(
    [...pairs].map(([name, pair]) => [name, pair.publicKey.export({ format: 'jwk' })]),
  );
  return [...pairs].map(([name, { privateKey }]) => ({
    ...{ ...place, name, databaseUrl: urls.get(name) as string, publicKeys },
    privateKey: privateKey.export({ format: 'jwk' }),
  }));
}
