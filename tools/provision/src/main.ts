import { ensureDevelopmentKeys } from '@lienthong/service-host';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Client } from 'pg';
import { grantRights, keptKafkaAccess, serviceNames } from '../../local-infra/src';
import { migratorEnvironment, type ProvisionConfig, readProvisionConfig } from './provision.config';
import { createServiceDatabase, describeServiceDatabase, type ServiceDatabase } from './service-database';

void provision().catch((error: unknown) => {
  console.error(`provision: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});

/** Keys, then for every service its database, its roles and its migrations. Safe to run at every start. */
async function provision(): Promise<void> {
  const config = readProvisionConfig();
  await ensureDevelopmentKeys(config.home);
  const url = new URL(`postgres://${config.host}/postgres`);
  const administrator = new Client({
    host: url.hostname,
    port: Number(url.port || '5432'),
    user: config.administrator,
    password: config.administratorPassword,
    database: 'postgres',
  });
  await administrator.connect();
  try {
    for (const service of serviceNames) {
      const database = describeServiceDatabase(service, config);
      await createServiceDatabase(administrator, database);
      migrate(service, database, config.home);
      console.log(`${service}: database ${database.name} is ready`);
    }
  } finally {
    await administrator.end();
  }
  await grantOnKafka(config);
}

/** Users come with the broker's data; their rights are given here, at every start. */
async function grantOnKafka({ securedKafka, home }: ProvisionConfig): Promise<void> {
  if (!securedKafka) return;
  const { brokers, topicPrefix } = securedKafka;
  const kafka = { brokers, access: keptKafkaAccess(home), version: 'unknown', source: 'environment' } as const;
  await grantRights(kafka, topicPrefix, serviceNames);
  console.log(`${serviceNames.length} members have their rights on Kafka`);
}

function migrate(service: string, database: ServiceDatabase, home: string): void {
  const script = join(__dirname, '../../../services', service, 'src/migrate.js');
  const { status } = spawnSync(process.execPath, [script], {
    stdio: 'inherit',
    env: migratorEnvironment({
      MIGRATOR_DATABASE_URL: database.migratorUrl,
      APP_ROLE: database.appRole,
      LIENTHONG_HOME: home,
    }),
  });
  if (status !== 0) throw new Error(`the migration of ${service} failed`);
}
