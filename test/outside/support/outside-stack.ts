import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { developmentAgencies, developmentPeople, ensureDevelopmentKeys } from '@lienthong/service-host';
import { localDate, OffsetClock } from '@lienthong/kernel';
import { Client } from 'pg';
import {
  Agencies,
  branchOffices,
  checkDossier,
  DEFAULT_AT,
  deriveDossier,
  PlayedDossier,
  submitDossier,
} from '../../../tools/demo/src';
import {
  type Infrastructure,
  newRunId,
  outsideEnvironment,
  prepareStack,
  provisionRun,
  readLocalInfraConfig,
  readOutsideMembers,
  registryWith,
  repositoryRoot,
  type Run,
  type Stack,
  startInfrastructure,
} from '../../../tools/local-infra/src';
import { w2Data } from '../../e2e/support/w2.mother';

/** The bus of this stack looks at the version of its registry this often, and reads it again. */
const REGISTRY_AGE_MS = 1_500;
const SERVICES = ['integration-bus', 'intake'] as const;
const PATIENCE_MS = 60_000;

/** The bus and the one-stop desk as processes on a secured broker, and two members that nobody plays yet. */
export class OutsideStack {
  private dossiers = 0;

  private constructor(
    readonly infra: Infrastructure,
    readonly home: string,
    readonly run: Run,
    readonly stack: Stack,
    readonly clockOffsetMs: number,
  ) {}

  static async start(): Promise<OutsideStack> {
    const home = mkdtempSync(join(tmpdir(), 'lienthong-outside-'));
    const outside = readOutsideMembers(join(repositoryRoot(), 'docs', 'examples', 'python', 'members.json'));
    const strangers = outside.members.map(({ code }) => code);
    const members = [...developmentAgencies.map(({ member }) => member), ...strangers];
    await ensureDevelopmentKeys(home, developmentPeople, members);
    const config = { ...readLocalInfraConfig(), mode: 'embedded', kafkaSecurity: 'secured' } as const;
    const infra = await startInfrastructure({ log: () => undefined, config, kafkaMembers: strangers });
    const clockOffsetMs = Date.parse(DEFAULT_AT) - Date.now();
    const registryDir = registryWith(outside, join(home, 'registry'));
    const run = await provisionRun({ infra, runId: newRunId(), services: SERVICES, home, clockOffsetMs, registryDir });
    const env = () => ({ REGISTRY_WATCHED_EVERY_MS: '500', REDELIVER_AFTER_MS: '2000' });
    const stack = await prepareStack({ infra, run, clockOffsetMs, home, ports: 'free', services: SERVICES, env });
    for (const service of stack.services) service.start();
    await stack.ready();
    return new OutsideStack(infra, home, run, stack, clockOffsetMs);
  }

  /** What a Python member of this code is told about the world. */
  environmentOf(member: string): Readonly<Record<string, string>> {
    const { home, infra, run, stack, clockOffsetMs } = this;
    const world = { home, busUrl: stack.urls['integration-bus'] ?? '', kafka: infra.kafka, clockOffsetMs };
    const told = outsideEnvironment(member, { ...world, topicPrefix: run.topicPrefix });
    return { ...told, DATABASE: join(home, `${member}.sqlite`) };
  }

  /** With which a service would come as somebody else. */
  credentialsOf(member: string): Readonly<Record<string, string>> {
    return {
      KAFKA_SASL_USERNAME: member,
      KAFKA_SASL_PASSWORD: this.infra.kafka.access?.members[member] ?? '',
    };
  }

  /** A citizen hands in a land transfer at the desk. Returns the dossier's code. */
  async acceptedDossier(): Promise<string> {
    const today = localDate(new OffsetClock(this.clockOffsetMs).now());
    const file = deriveDossier(checkDossier(w2Data(), today), { index: (this.dossiers += 1), tag: 'o' });
    const dossier = new PlayedDossier(file);
    const offices = branchOffices(file.parcels[0]?.communeCode ?? '', today);
    await submitDossier({ agencies: this.agencies(), offices }, dossier);
    if (!dossier.code) throw new Error('the desk did not accept the dossier');
    return dossier.code;
  }

  /** Changes the registry of the bus, and waits until it is read again. */
  async administer(sql: string, values: readonly unknown[]): Promise<void> {
    await this.bus(sql, values);
    await this.bus('update registry_version set version = version + 1');
    await delay(REGISTRY_AGE_MS);
  }

  /** Rows of the bus's database. */
  async bus<R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    const url = new URL(this.infra.postgres.adminUrl);
    url.pathname = `/${this.run.databases.get('integration-bus')?.name}`;
    const client = new Client({ connectionString: url.toString() });
    await client.connect();
    try {
      return (await client.query<R>(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await this.stack.stop();
    await this.infra.stop();
    rmSync(this.home, { recursive: true, force: true });
  }

  private agencies(): Agencies {
    const { run, stack, home, clockOffsetMs, infra } = this;
    const access = {
      ...{ runId: run.runId, urls: stack.urls, home, clockOffsetMs, topicPrefix: run.topicPrefix },
      ...{ brokers: infra.kafka.brokers, infrastructure: infra },
    };
    return new Agencies(access, new AbortController().signal, PATIENCE_MS);
  }
}
