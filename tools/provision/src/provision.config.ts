import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface ProvisionConfig {
  /** Address of the cluster as services reach it: `postgres:5432`. */
  readonly host: string;
  readonly administrator: string;
  readonly administratorPassword: string;
  /** Folder of keys, passwords and addresses. */
  readonly home: string;
  /** A broker where the members have to be given their rights. */
  readonly securedKafka: { readonly brokers: string; readonly topicPrefix: string } | undefined;
}

/** The administrator's password comes from POSTGRES_PASSWORD or from the file that the database container wrote. */
export function readProvisionConfig(env: NodeJS.ProcessEnv = process.env): ProvisionConfig {
  const home = env['LIENTHONG_HOME'] || '.lienthong';
  return {
    host: env['POSTGRES_HOST'] || 'localhost:5432',
    administrator: env['POSTGRES_USER'] || 'postgres',
    administratorPassword: env['POSTGRES_PASSWORD'] || readFileSync(join(home, 'database/postgres.password'), 'utf8'),
    home,
    securedKafka:
      env['LIENTHONG_KAFKA'] === 'secured'
        ? { brokers: env['KAFKA_BROKERS'] || 'localhost:9092', topicPrefix: env['TOPIC_PREFIX'] || 'lt.' }
        : undefined,
  };
}

/** What a service's migrator reads, see `migrateService`. */
export function migratorEnvironment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { ...process.env, ...settings };
}
