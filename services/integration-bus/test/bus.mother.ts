import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Clock } from '@lienthong/kernel';
import { topicNames } from '@lienthong/messaging';
import { Database } from '@lienthong/persistence';
import { homeFiles, loadConfig, memberSigner, type RunningService, startService } from '@lienthong/service-host';
import {
  ApiClient,
  eventually,
  TestHome,
  type TestDatabase,
  testDatabase,
  testInfrastructure,
  testPrefix,
  TestServiceProcess,
  withClient,
} from '@lienthong/testing';
import { Exchange } from '../src/exchange/exchange';
import { IntegrationBusConfig } from '../src/integration-bus.config';
import { integrationBusService } from '../src/integration-bus.service-definition';
import { CurrentRegistry } from '../src/members/current-registry';
import { loadRegistryFiles } from '../src/members/load-registry';
import type { KeyFileRow, RegistryFiles } from '../src/members/registry-files';
import { SpecMember } from './member.mother';
import { closedNotice, specNotice } from './notice.mother';
import { specScan } from './scan.mother';

const MEMBERS = ['tax', 'land-registry', 'intake', 'integration-bus'];
/** The persons who may act for the bus of a spec. */
export const SPEC_OPERATORS = ['bus-operator-centre', 'second-bus-operator-centre'] as const;
const VALID_FROM = '2016-01-01';

/** Tax may send the notice to land, and to nobody else; land a scan to tax, and tax may pass it on to the desk. */
function registryFiles(home: string): RegistryFiles {
  const { keys } = JSON.parse(readFileSync(join(home, homeFiles.memberDirectory), 'utf8')) as { keys: KeyFileRow[] };
  const allowed = { enabled: true, validFrom: VALID_FROM, purpose: 'specs', legalBasis: 'none' };
  return {
    members: MEMBERS.map((code) => ({ code, name: code, agencyCode: [], transport: 'kafka', state: 'active' })),
    offices: MEMBERS.map((member) => ({ member, id: 'bien-hoa', name: member, unitCodes: [], validFrom: VALID_FROM })),
    grants: [
      { ...allowed, sender: 'tax', recipient: 'land-registry', type: specNotice.type },
      { ...allowed, sender: 'land-registry', recipient: 'tax', type: specScan.type },
      { ...allowed, sender: 'tax', recipient: 'intake', type: specScan.type },
    ],
    schemas: [specNotice, closedNotice, specScan].map(({ type, dataschema, schema }) => {
      return { type, dataschema, hash: dataschema.slice(-43), schema };
    }),
    keys: keys.filter(({ member }) => MEMBERS.includes(member)),
    operators: SPEC_OPERATORS.map((person) => ({ person, validFrom: '2016-01-01T00:00:00+07:00' })),
  };
}

function configOf(variables: Readonly<Record<string, string>>): IntegrationBusConfig {
  return loadConfig(IntegrationBusConfig, integrationBusService.member, variables);
}

async function ready(running: RunningService): Promise<void> {
  await running.started;
  await eventually(async () => (await fetch(`http://127.0.0.1:${running.port}/health/ready`)).status === 200, {
    timeoutMs: 60_000,
    describe: 'the bus to be ready',
  });
}

/** The bus inside the test's process, with a database, home and topics of its own, and members that write to it. */
export class SpecBus {
  private constructor(
    public running: RunningService,
    readonly database: TestDatabase,
    readonly home: TestHome,
    readonly topicPrefix: string,
    private readonly variables: Readonly<Record<string, string>>,
  ) {}

  /** `route` may lead the bus to its database by another way than the spec's. */
  static async start(
    wanted: Readonly<Record<string, string>> = {},
    route: (databaseUrl: string) => string = (url) => url,
  ): Promise<SpecBus> {
    const [home, database] = await Promise.all([TestHome.create(), testDatabase(integrationBusService)]);
    const topicPrefix = testPrefix();
    const variables = {
      ...{ PORT: '0', DATABASE_URL: route(database.appUrl), KAFKA_BROKERS: testInfrastructure().kafka },
      ...{ TOPIC_PREFIX: topicPrefix, LIENTHONG_HOME: home.folder, LOG_LEVEL: 'error' },
      ...wanted,
    };
    const running = await startService(integrationBusService, configOf(variables));
    const files = registryFiles(home.folder);
    await withClient(database.migratorUrl, (client) => loadRegistryFiles(client, files, running.app.get(Clock)));
    await ready(running);
    return new SpecBus(running, database, home, topicPrefix, variables);
  }

  /** One more instance of the bus on the same database and topics; stop it by `running.stop()`, before the first one. */
  async another(): Promise<SpecBus> {
    const running = await startService(integrationBusService, configOf(this.variables));
    await ready(running);
    return new SpecBus(running, this.database, this.home, this.topicPrefix, this.variables);
  }

  /** One more instance as a process of its own, from the compiled files, which can be killed. */
  process(): TestServiceProcess {
    return TestServiceProcess.start({ member: integrationBusService.member, variables: this.variables });
  }

  /** Changes the registry as an administrator would, and lets this instance read it. */
  async administer(sql: string, params: readonly unknown[] = []): Promise<void> {
    await withClient(this.database.migratorUrl, (client) => client.query(sql, [...params]));
    await this.running.app.get(CurrentRegistry).load();
  }

  setState(member: string, state: 'active' | 'suspended'): Promise<void> {
    return this.administer('update member set state = $2 where code = $1', [member, state]);
  }

  /** The same bus, stopped and started again with other settings. */
  async restart(variables: Readonly<Record<string, string>>, meanwhile: () => void = () => undefined): Promise<void> {
    await this.running.stop();
    meanwhile();
    this.running = await startService(integrationBusService, configOf({ ...this.variables, ...variables }));
    await ready(this.running);
  }

  /** Started again after `running.stop()`, on the same database and topics. */
  async startAgain(variables: Readonly<Record<string, string>> = {}): Promise<void> {
    this.running = await startService(integrationBusService, configOf({ ...this.variables, ...variables }));
    await ready(this.running);
  }

  get exchange(): Exchange {
    return this.running.app.get(Exchange);
  }

  member(code: string): SpecMember {
    const topic = topicNames(this.topicPrefix).out(code);
    return new SpecMember(code, memberSigner(this.home.folder, code), this.running.app.get(Clock), topic);
  }

  /** Rows as the app role sees them. */
  async rows<R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    const { client, release } = await this.running.app.get(Database).client();
    try {
      return (await client.query<R>(sql, [...params])).rows;
    } finally {
      release();
    }
  }

  async api(role: string, person = `${role}-centre`): Promise<ApiClient> {
    const url = `http://127.0.0.1:${this.running.port}`;
    return new ApiClient(url, await this.home.token({ member: 'integration-bus', role, office: 'centre', person }));
  }

  async stop(): Promise<void> {
    await this.running.stop();
    await this.database.drop();
    this.home.remove();
  }
}
