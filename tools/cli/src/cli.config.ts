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
  /** As whom the broker is asked, when it is a secured one: an administrator of it. */
  readonly kafkaSaslUsername?: string;
  readonly kafkaSaslPassword?: string;
  readonly kafkaTls?: boolean;
  /** LIENTHONG_KAFKA=secured: the broker's administrator is the one that this home keeps. */
  readonly kafkaIsSecured?: boolean;
  /** A person's bearer token, for services that are no local run. */
  readonly token?: string;
}

export function readCliConfig(env: NodeJS.ProcessEnv = process.env): CliConfig {
  const busUrl = env['BUS_URL'];
  const migratorDatabaseUrl = env['MIGRATOR_DATABASE_URL'];
  const kafkaBrokers = env['KAFKA_BROKERS'];
  const topicPrefix = env['TOPIC_PREFIX'];
  const token = env['LIENTHONG_TOKEN'];
  const clockOffset = env['CLOCK_OFFSET_MS'];
  const kafkaSaslUsername = env['KAFKA_SASL_USERNAME'];
  const kafkaSaslPassword = env['KAFKA_SASL_PASSWORD'];
  return {
    home: env['LIENTHONG_HOME'] || '.lienthong',
    ...(busUrl ? { busUrl } : {}),
    ...(migratorDatabaseUrl ? { migratorDatabaseUrl } : {}),
    ...(kafkaBrokers ? { kafkaBrokers } : {}),
    ...(topicPrefix ? { topicPrefix } : {}),
    ...(kafkaSaslUsername ? { kafkaSaslUsername } : {}),
    ...(kafkaSaslPassword ? { kafkaSaslPassword } : {}),
    ...(env['KAFKA_TLS'] === 'true' ? { kafkaTls: true } : {}),
    ...(env['LIENTHONG_KAFKA'] === 'secured' ? { kafkaIsSecured: true } : {}),
    ...(token ? { token } : {}),
    ...(clockOffset ? { clockOffsetMs: Number(clockOffset) } : {}),
  };
}
