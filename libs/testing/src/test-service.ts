import { loadConfig, type RunningService, type ServiceDefinition, startService } from '@lienthong/service-host';
import { ApiClient } from './api-client';
import { type TestDatabase, testDatabase } from './test-database';
import { TestHome } from './test-home';
import { testPrefix } from './test-prefix';
import { testInfrastructure } from './testing.config';

/** One service inside the test's process, on a database, home and topic prefix of its own. */
export interface TestService {
  readonly running: RunningService;
  readonly api: ApiClient;
  readonly home: TestHome;
  readonly database: TestDatabase;
  readonly topicPrefix: string;
  /** A client that speaks as a person of this service's agency. */
  as(role: string, office?: string): Promise<ApiClient>;
  stop(): Promise<void>;
}

/** Migrates, starts and waits until the database is connected; `variables` override settings by their variable names. */
export async function startTestService(
  definition: ServiceDefinition,
  variables: Readonly<Record<string, string>> = {},
): Promise<TestService> {
  const { kafka } = testInfrastructure();
  const [home, database] = await Promise.all([TestHome.create(), testDatabase(definition)]);
  const topicPrefix = variables['TOPIC_PREFIX'] ?? testPrefix();
  const config = loadConfig(definition.config, definition.member, {
    PORT: '0',
    DATABASE_URL: database.appUrl,
    KAFKA_BROKERS: kafka,
    TOPIC_PREFIX: topicPrefix,
    LIENTHONG_HOME: home.folder,
    LOG_LEVEL: 'error',
    ...variables,
  });
  const running = await startService(definition, config);
  await running.started;
  const api = new ApiClient(`http://127.0.0.1:${running.port}`);
  return {
    running,
    api,
    home,
    database,
    topicPrefix,
    as: async (role, office) =>
      api.as(await home.token({ member: definition.member, role, ...(office ? { office } : {}) })),
    stop: async () => {
      await running.stop();
      await database.drop();
      home.remove();
    },
  };
}
