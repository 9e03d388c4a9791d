import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { createKafka, ensureTopics } from '@lienthong/messaging';
import { keepPartitions } from '@lienthong/persistence';
import { Client } from 'pg';
import { drive } from '../load/drive';
import type { ChainLoad, ChainRun } from '../load/load';
import { settled } from '../load/settled';
import { Worker } from '../load/worker';
import type { Watched } from '../measure/process-use';
import { Ground } from '../members/ground';
import { MemberBooks } from '../members/member-books';
import type { BenchContext } from '../scenario';
import { BUS } from './contract';
import { PARTITIONS } from './gather';
import { type Place, topicsOf } from './place';

export interface FloorOptions {
  readonly context: BenchContext;
  readonly members: readonly string[];
  /** Rows go to the relay in memory after their commit; otherwise it claims them from the database only. */
  readonly handOver: boolean;
}

export type FloorLoad = ChainLoad;
export type FloorRun = ChainRun;

/**
 * Members and a bus written by hand with kafkajs and pg, each a process of its own (`member.ts`, `bus.ts`), on the tables
 * of our services: what the exchange of signed, logged, acknowledged messages costs when nothing is general.
 */
export class Floor {
  private runs = 0;

  private constructor(
    private readonly options: FloorOptions,
    private readonly workers: ReadonlyMap<string, Worker>,
    private readonly books: MemberBooks,
    private readonly ground: Ground,
  ) {}

  static async open(options: FloorOptions): Promise<Floor> {
    const { context, members } = options;
    const ground = await Ground.prepare(context, members);
    await Promise.all([...ground.urls].map(([name, url]) => makePartitions(name, url)));
    await makeTopics(context, ground.run.topicPrefix, members);
    const workers = startWorkers(options, ground);
    const floor = new Floor(options, workers, new MemberBooks(BUS, ground.urls), ground);
    try {
      await Promise.all([...workers.values()].map(({ ready }) => ready));
    } catch (error) {
      await floor.close();
      throw error;
    }
    return floor;
  }

  get watched(): readonly Watched[] {
    return [...this.workers.values()].map(({ watched }) => watched);
  }

  /** By name, as the owner of the tables sees them. */
  get databases(): ReadonlyMap<string, string> {
    return this.ground.urls;
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
  async close(): Promise<void> {
    await Promise.all([...this.workers.values()].map((worker) => worker.stop()));
    await this.books.close();
    await this.ground.drop();
  }
}

/** As bus and members make them at their start. */
async function makePartitions(name: string, connectionString: string): Promise<void> {
  const tables = name === BUS ? ['log_entry', 'payload', 'known_message'] : ['inbox'];
  const report = (error: unknown): void => {
    throw error;
  };
  const client = new Client({ connectionString });
  await client.connect();
  try {
    for (const table of tables) await keepPartitions(client, table, { now: new Date(), report });
  } finally {
    await client.end();
  }
}

async function makeTopics({ infra }: BenchContext, topicPrefix: string, members: readonly string[]): Promise<void> {
  const topics = topicsOf(topicPrefix);
  const names = members.flatMap((name) => [topics.in(name), topics.out(name)]);
  const kafka = createKafka({ brokers: infra.kafka.brokers.split(','), clientId: 'floor' });
  await ensureTopics(kafka, names, { partitions: PARTITIONS });
}

/** Each process gets its own private key and everybody's public ones. */
function startWorkers({ context, members, handOver }: FloorOptions, ground: Ground): ReadonlyMap<string, Worker> {
  const { guard, kafka } = context.infra;
  const pairs = new Map([...ground.all.keys()].map((name) => [name, generateKeyPairSync('ed25519')]));
  const publicKeys = Object.fromEntries(
    [...pairs].map(([name, pair]) => [name, pair.publicKey.export({ format: 'jwk' })]),
  );
  const { topicPrefix, folder } = ground.run;
  return new Map(
    [...ground.all].map(([name, { appUrl: databaseUrl }]) => {
      const privateKey = pairs.get(name)?.privateKey.export({ format: 'jwk' }) ?? {};
      const brokers = kafka.brokers.split(',');
      const place: Place = { name, members, brokers, topicPrefix, databaseUrl, handOver, privateKey, publicKeys };
      const script = join(__dirname, name === BUS ? 'bus.js' : 'member.js');
      const logFile = join(folder, `floor-${name}.log`);
      return [name, new Worker({ name: `floor ${name}`, script, logFile, guard, place: { ...place } })] as const;
    }),
  );
}
