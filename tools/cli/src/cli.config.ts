/** What the command line takes from the environment. */
export interface CliConfig {
  /** Folder of keys and of `stack.json`. */
  readonly home: string;
  /** Of a bus that no stack of this home names. */
  readonly busUrl?: string;
  /** What the clocks of containers add to the machine's time. */
  readonly clockOffsetMs?: number;
  /** Of the service that is restored: URL of the role that owns its schema. */
  readonly migratorDatabaseUrl?: string;
  readonly kafkaBrokers?: string;
  readonly topicPrefix?: string;
  /** A person's bearer token, for services that are no local run. */
  readonly token?: string;
}

export function readCliConfig(): CliConfig {
  const busUrl = process.env['BUS_URL'];
  const migratorDatabaseUrl = process.env['MIGRATOR_DATABASE_URL'];
  const kafkaBrokers = process.env['KAFKA_BROKERS'];
  const topicPrefix = process.env['TOPIC_PREFIX'];
  const token = process.env['LIENTHONG_TOKEN'];
  const clockOffset = process.env['CLOCK_OFFSET_MS'];
  return {
    home: process.env['LIENTHONG_HOME'] || '.lienthong',
    ...(busUrl ? { busUrl } : {}),
    ...(migratorDatabaseUrl ? { migratorDatabaseUrl } : {}),
    ...(kafkaBrokers ? { kafkaBrokers } : {}),
    ...(topicPrefix ? { topicPrefix } : {}),
    ...(token ? { token } : {}),
    ...(clockOffset ? { clockOffsetMs: Number(clockOffset) } : {}),
  };
}
