import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where PostgreSQL and Kafka may come from; `auto` follows the order environment, docker, embedded. */
export type InfrastructureMode = 'auto' | 'docker' | 'embedded';

/** `secured`: every member has its own SASL/SCRAM credentials, and rights to its own topics only. */
export type KafkaSecurity = 'open' | 'secured';

export interface LocalInfraConfig {
  /** Administrator's URL of a PostgreSQL that is there already. */
  readonly postgresUrl: string | undefined;
  /** Brokers of a Kafka that is there already, comma-joined. */
  readonly kafkaBrokers: string | undefined;
  readonly mode: InfrastructureMode;
  /** Of a broker that is started here. */
  readonly kafkaSecurity: KafkaSecurity;
  /** The user's cache: jars and binaries that outlive a run. */
  readonly cacheFolder: string;
  /** Where the folder of one run is made; it is deleted with the run. */
  readonly temporaryFolder: string;
  readonly java: string;
}

export function readLocalInfraConfig(env: NodeJS.ProcessEnv = process.env): LocalInfraConfig {
  const mode = env['LIENTHONG_INFRASTRUCTURE'] ?? 'auto';
  if (mode !== 'auto' && mode !== 'docker' && mode !== 'embedded') {
    throw new Error(`LIENTHONG_INFRASTRUCTURE is '${mode}'; it may be auto, docker or embedded`);
  }
  const kafkaSecurity = env['LIENTHONG_KAFKA'] ?? 'open';
  if (kafkaSecurity !== 'open' && kafkaSecurity !== 'secured') {
    throw new Error(`LIENTHONG_KAFKA is '${kafkaSecurity}'; it may be open or secured`);
  }
  const javaHome = given(env['JAVA_HOME']);
  return {
    postgresUrl: given(env['DATABASE_URL']),
    kafkaBrokers: given(env['KAFKA_BROKERS']),
    mode,
    kafkaSecurity,
    cacheFolder: given(env['LIENTHONG_CACHE']) ?? join(homedir(), '.cache', 'lienthong'),
    temporaryFolder: tmpdir(),
    java: javaHome ? join(javaHome, 'bin', 'java') : 'java',
  };
}

function given(value: string | undefined): string | undefined {
  return value?.trim() ? value.trim() : undefined;
}

/** The environment for a child process: this process's own, with some variables set or taken away. */
export function childEnvironment(changes: Readonly<Record<string, string | undefined>>): NodeJS.ProcessEnv {
  const merged: NodeJS.ProcessEnv = { ...process.env, ...changes };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined));
}

/** Sets variables of this process, for code that is about to be loaded in it and reads its own settings. */
export function changeOwnEnvironment(changes: Readonly<Record<string, string>>): void {
  Object.assign(process.env, changes);
}

/** testcontainers reads this variable when its first container starts. */
export function disableContainerReaper(): void {
  process.env['TESTCONTAINERS_RYUK_DISABLED'] = 'true';
}
