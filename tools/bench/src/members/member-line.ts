import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { prepareStack, type Run, type ServiceDatabase, type Stack } from '../../../local-infra/src';
import { drive } from '../load/drive';
import type { ChainLoad, ChainRun } from '../load/load';
import { settled } from '../load/settled';
import { Worker } from '../load/worker';
import type { Watched } from '../measure/process-use';
import type { BenchContext } from '../scenario';
import { Ground } from './ground';
import { MemberBooks } from './member-books';

const BUS = 'integration-bus';
const READY_TIMEOUT_MS = 60_000;
const READY_POLL_MS = 50;

export interface MemberLineOptions {
  /** Members that only the bus knows. */
  readonly aside?: readonly string[];
  /** Settings of the bus. */
  readonly env?: Readonly<Record<string, string>>;
}

interface Stage {
  readonly context: BenchContext;
  readonly ground: Ground;
  readonly stack: Stack;
  readonly workers: ReadonlyMap<string, Worker>;
  readonly books: MemberBooks;
}

/** The real bus and members of the bench on our libraries, each a process of its own: the counterpart of the floor. */
export class MemberLine {
  private runs = 0;

  private constructor(private readonly stage: Stage) {}

  static async open(
    context: BenchContext,
    members: readonly string[],
    { aside = [], env = {} }: MemberLineOptions = {},
  ): Promise<MemberLine> {
    const { infra, signal } = context;
    const ground = await Ground.prepare(context, members, aside);
    const { home, run, databases } = ground;
    const ofBus = { services: [BUS], env: () => env } as const;
    const stack = await prepareStack({ infra, run, clockOffsetMs: 0, home, ports: 'free', ...ofBus, signal });
    const workers = new Map(
      members.map((name) => [name, startMember({ name, context, home, run, database: databases.get(name) })]),
    );
    const line = new MemberLine({ context, ground, stack, workers, books: new MemberBooks(BUS, ground.urls, aside) });
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

  /** Where the bus and its members' topics are. */
  get place(): { readonly home: string; readonly topicPrefix: string; readonly busUrl: string } {
    const { ground, stack } = this.stage;
    return { home: ground.home, topicPrefix: ground.run.topicPrefix, busUrl: stack.urls[BUS] as string };
  }

  /** By name, as the owner of the tables sees them. */
  get databases(): ReadonlyMap<string, string> {
    return this.stage.ground.urls;
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
    const { workers, stack, books, ground } = this.stage;
    await Promise.all([...workers.values()].map((worker) => worker.stop()));
    await stack.stop();
    await books.close();
    await ground.drop();
  }
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
