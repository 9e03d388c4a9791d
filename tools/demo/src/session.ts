import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Infrastructure,
  type LocalInfraConfig,
  type OutsideWorld,
  newRunId,
  provisionRun,
  readLocalInfraConfig,
  readOutsideMembers,
  registryWith,
  runFolder,
  type Run,
  serviceNames,
  type Stack,
  startInfrastructure,
  startStack,
  writeOutsideEnvironments,
} from '../../local-infra/src';
import { developmentAgencies, developmentPeople, ensureDevelopmentKeys } from '@lienthong/service-host';
import type { Console } from './console';
import type { StackAccess } from './stack-access';

const DAY_MS = 86_400_000;
/** As wide as the longest name, so that what follows stands in a column. */
const NAME_WIDTH = Math.max(...serviceNames.map((name) => name.length));

export interface SessionOptions {
  readonly home: string;
  readonly clockOffsetMs: () => number;
  readonly ports: 'default' | 'free';
  /** Databases, topics and logs stay after the end. */
  readonly keep: boolean;
  /** A broker that is started here asks every member who it is. */
  readonly secured?: boolean;
  /** File with members beside the services. */
  readonly outside?: string;
  /** More settings of every service. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly console: Console;
  readonly signal: AbortSignal;
}

/** A stack that this process started, and everything that it has to take down again. */
export class Session {
  private infrastructure: Infrastructure | undefined;
  private run: Run | undefined;
  private stack: Stack | undefined;
  private readonly runId = newRunId();
  private clockOffsetMs = 0;

  constructor(private readonly options: SessionOptions) {}

  /** Infrastructure, databases, services; on a fault or an abort call `close` all the same. */
  async open(): Promise<StackAccess> {
    const { console, home, signal, keep, ports } = this.options;
    const log = (text: string): void => console.line(text);
    const outside = this.options.outside === undefined ? undefined : readOutsideMembers(this.options.outside);
    const strangers = outside?.members.map(({ code }) => code) ?? [];
    const members = [...developmentAgencies.map(({ member }) => member), ...strangers];
    const keys = ensureDevelopmentKeys(home, developmentPeople, members);
    keys.catch(() => undefined);
    const infra = await startInfrastructure({
      ...{ log, signal, config: this.infrastructureConfig() },
      kafkaMembers: strangers,
    });
    this.infrastructure = infra;
    const { postgres, kafka } = infra;
    const secured = kafka.access ? ', secured' : '';
    console.line(
      `PostgreSQL ${postgres.version} (${postgres.source}), Kafka ${kafka.version} (${kafka.source}${secured})`,
    );
    await keys;
    const clockOffsetMs = (this.clockOffsetMs = this.options.clockOffsetMs());
    this.run = await provisionRun({
      infra,
      runId: this.runId,
      services: serviceNames,
      home,
      clockOffsetMs,
      keep,
      signal,
      ...(outside && { registryDir: registryWith(outside, join(runFolder(home, this.runId), 'registry')) }),
    });
    console.line(`run ${this.runId}: ${this.run.databases.size} databases migrated`);
    this.stack = await startStack({
      infra,
      run: this.run,
      clockOffsetMs,
      home,
      ports,
      signal,
      env: () => ({ ...this.options.variables, CLOCK_OFFSET_MS: String(this.clockOffsetMs) }),
      onCrash: (service, how) =>
        console.line(`✘ ${service} ended with ${how}; its log: ${runFolder(home, this.runId)}/${service}.log`),
      onReady: ({ name, url }, afterMs) =>
        console.line(`  ${name.padEnd(NAME_WIDTH)} ready after ${String(afterMs).padStart(5)} ms  ${url}`),
    });
    this.tellOutside(strangers, { home, kafka, topicPrefix: this.run.topicPrefix, clockOffsetMs });
    return {
      runId: this.runId,
      urls: this.stack.urls,
      home,
      brokers: kafka.brokers,
      ...(kafka.access && { kafkaAccess: kafka.access }),
      topicPrefix: this.run.topicPrefix,
      clockOffsetMs,
      infrastructure: {
        postgres: { version: postgres.version, source: postgres.source },
        kafka: { version: kafka.version, source: kafka.source },
      },
      logs: this.run.folder,
    };
  }

  /** The agencies close, so many days pass, and they open again at the same addresses. */
  async passDays(days: number): Promise<void> {
    if (!this.stack) throw new Error('no stack is open');
    await this.stack.stop();
    this.clockOffsetMs += days * DAY_MS;
    for (const service of this.stack.services) service.start();
    await this.stack.ready(undefined, this.options.signal);
  }

  private tellOutside(members: readonly string[], world: Omit<OutsideWorld, 'busUrl'>): void {
    const busUrl = this.stack?.urls['integration-bus'] ?? '';
    for (const file of writeOutsideEnvironments(members, { ...world, busUrl }))
      this.options.console.line(`a member for you to play: ${file}`);
  }

  private infrastructureConfig(): LocalInfraConfig {
    const config = readLocalInfraConfig();
    return this.options.secured ? { ...config, kafkaSecurity: 'secured' } : config;
  }

  /** Stops services, removes what the run made, stops the infrastructure. `keepLogs` when somebody must look. */
  async close({ keepLogs }: { readonly keepLogs: boolean }): Promise<void> {
    await this.stack?.stop();
    if (this.run && this.infrastructure && !this.options.keep && madeOutside(this.infrastructure)) {
      await this.run.drop().catch((error: Error) => this.options.console.line(`left behind: ${error.message}`));
    }
    await this.infrastructure?.stop();
    if (!keepLogs) rmSync(runFolder(this.options.home, this.runId), { recursive: true, force: true });
  }
}

/** Our own cluster and broker go with all their data; only in somebody else's there is something to remove. */
function madeOutside({ postgres, kafka }: Infrastructure): boolean {
  return postgres.source === 'environment' || kafka.source === 'environment';
}
