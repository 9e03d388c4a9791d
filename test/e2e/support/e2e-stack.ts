import { rmSync } from 'node:fs';
import { Client } from 'pg';
import { OffsetClock, localDate } from '@lienthong/kernel';
import { TestHome, testInfrastructure } from '@lienthong/testing';
import {
  type Infrastructure,
  newRunId,
  prepareStack,
  provisionRun,
  readLocalInfraConfig,
  type Run,
  serviceNames,
  type ServiceName,
  type Stack,
  startInfrastructure,
} from '../../../tools/local-infra/src';
import {
  Agencies,
  branchOffices,
  type BranchOffices,
  DEFAULT_AT,
  type PersonRole,
  type StackAccess,
} from '../../../tools/demo/src';

/** People wait longer than any part is away. */
const PATIENCE_MS = 120_000;
const DAY_MS = 86_400_000;

export interface E2eOptions {
  /** Business time; default is the demo's Monday. */
  readonly at?: string;
  /** Brokers that the services are told, when not the test's own. */
  readonly brokers?: string;
  /** More variables of a service, once its database is known. */
  readonly env?: (service: ServiceName, run: Run) => Readonly<Record<string, string>>;
}

/** What the services' clocks add to the machine's time; looked at whenever one is started. */
interface BusinessTime {
  offsetMs: number;
}

/** All services as processes on databases and topics of their own, with the test's PostgreSQL and Kafka. */
export class E2eStack {
  private readonly ended = new AbortController();

  private constructor(
    private readonly infra: Infrastructure,
    private readonly home: TestHome,
    readonly run: Run,
    readonly stack: Stack,
    private readonly business: BusinessTime,
  ) {}

  /** Databases are migrated, no service is started yet. */
  static async prepare({ at = DEFAULT_AT, brokers, env }: E2eOptions = {}): Promise<E2eStack> {
    const { postgres, kafka } = testInfrastructure();
    const config = { ...readLocalInfraConfig({}), postgresUrl: postgres, kafkaBrokers: kafka };
    const infra = await startInfrastructure({ log: () => undefined, config });
    const home = await TestHome.create();
    const clockOffsetMs = Date.parse(at) - Date.now();
    const run = await provisionRun({
      infra,
      runId: newRunId(),
      services: serviceNames,
      home: home.folder,
      clockOffsetMs,
    });
    const business: BusinessTime = { offsetMs: clockOffsetMs };
    const told = brokers === undefined ? infra : { ...infra, kafka: { ...infra.kafka, brokers } };
    const stack = await prepareStack({
      ...{ infra: told, run, clockOffsetMs, home: home.folder, ports: 'free' },
      env: (service) => ({ CLOCK_OFFSET_MS: String(business.offsetMs), ...env?.(service, run) }),
    });
    return new E2eStack(infra, home, run, stack, business);
  }

  /** All services are ready. */
  static async start(options: E2eOptions = {}): Promise<E2eStack> {
    const e2e = await E2eStack.prepare(options);
    for (const service of e2e.stack.services) service.start();
    await e2e.stack.ready();
    return e2e;
  }

  get clockOffsetMs(): number {
    return this.business.offsetMs;
  }

  /** All services stop, that many days pass, and all start again. */
  async passDays(days: number): Promise<void> {
    await Promise.all(this.stack.services.map((service) => service.stop()));
    this.business.offsetMs += days * DAY_MS;
    for (const service of this.stack.services) service.start();
    await this.stack.ready();
  }

  get access(): StackAccess {
    return {
      runId: this.run.runId,
      urls: this.stack.urls,
      home: this.home.folder,
      brokers: testInfrastructure().kafka,
      topicPrefix: this.run.topicPrefix,
      clockOffsetMs: this.clockOffsetMs,
      infrastructure: { postgres: this.infra.postgres, kafka: this.infra.kafka },
      logs: this.run.folder,
    };
  }

  agencies(): Agencies {
    return new Agencies(this.access, this.ended.signal, PATIENCE_MS);
  }

  get today(): string {
    return localDate(new OffsetClock(this.clockOffsetMs).now());
  }

  offices(communeCode: string): BranchOffices {
    return branchOffices(communeCode, this.today);
  }

  token(role: PersonRole): Promise<string> {
    return this.tokenOf({ ...role, person: `${role.role}-${role.office}` });
  }

  /** A token of a certain person, who may have several roles. */
  tokenOf({ member, office, role, person }: PersonRole & { readonly person: string }): Promise<string> {
    return this.home.token({ member, office, role, person, clock: new OffsetClock(this.clockOffsetMs) });
  }

  /** Rows of one service's database, read by the administrator. */
  async rows<R extends object>(service: ServiceName, sql: string, values: readonly unknown[] = []): Promise<R[]> {
    const url = new URL(testInfrastructure().postgres);
    url.pathname = `/${this.run.databases.get(service)?.name}`;
    const client = new Client({ connectionString: url.toString() });
    await client.connect();
    try {
      return (await client.query<R>(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  async close(): Promise<void> {
    this.ended.abort();
    await this.stack.stop();
    await this.run.drop();
    await this.infra.stop();
    rmSync(this.home.folder, { recursive: true, force: true });
  }
}
