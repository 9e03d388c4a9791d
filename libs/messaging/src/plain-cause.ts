/** What has to come back before the work can go on. */
export type WaitsFor = 'broker' | 'database' | 'topic' | 'unknown';

/** A failure in words that may be shown to anybody: no address, no data. */
export interface PlainCause {
  readonly waitsFor: WaitsFor;
  readonly words: string;
}

interface Fault {
  readonly name?: string;
  readonly message?: string;
  readonly type?: string;
  readonly code?: string;
  readonly cause?: unknown;
}

const SYSTEM_CODE = /^E[A-Z_]{4,}$/;
const SQL_STATE = /^[0-9A-Z]{5}$/;
const PG_TEXT = /connection|timeout|terminat|server conn/i;

const REFUSED_CREDENTIALS = 'it refuses the credentials: look at KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD';

const WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody listens at its address',
  ENOTFOUND: 'its name cannot be resolved',
  EAI_AGAIN: 'its name cannot be resolved',
  ETIMEDOUT: 'it does not answer in time',
  ECONNRESET: 'it closed the connection',
  EPIPE: 'it closed the connection',
  '28P01': 'it refuses the password',
  '28000': 'it refuses the role',
  '3D000': 'the database does not exist',
  '42P01': 'a table is missing: the migrations have not run',
  '42501': 'the role lacks a right',
  '53300': 'it has too many connections',
  '57P01': 'it is shutting down',
  '57P03': 'it is starting up or shutting down',
  '57P05': 'it closed the connection after a silence',
  '57014': 'a statement took too long',
  UNKNOWN_TOPIC_OR_PARTITION: 'the topic does not exist',
  NOT_ENOUGH_REPLICAS: 'too few replicas are in sync',
  LEADER_NOT_AVAILABLE: 'a partition has no leader',
  NOT_LEADER_FOR_PARTITION: 'a partition changes its leader',
  TOPIC_AUTHORIZATION_FAILED:
    'it gives no right to a topic: was the member provisioned, and has the bus made its topics?',
  GROUP_AUTHORIZATION_FAILED: 'it gives no right to the consumer group: was the member provisioned?',
  // kafkajs says so when it may not even ask for the group
  KafkaJSGroupCoordinatorNotFound:
    'it names no coordinator for the consumer group: is it starting, or was the member not provisioned?',
  CLUSTER_AUTHORIZATION_FAILED: 'it gives no right to the cluster: members need none',
  SASL_AUTHENTICATION_FAILED: REFUSED_CREDENTIALS,
  KafkaJSSASLAuthenticationError: REFUSED_CREDENTIALS,
};

/** Tells a failure of broker, database or topic in plain words. */
export function plainCause(error: unknown): PlainCause {
  const chain = chainOf(error);
  const key = chain
    .map(({ type, code, name }) => type ?? code ?? name)
    .findLast((one) => one !== undefined && one in WORDS);
  const waitsFor = key === 'UNKNOWN_TOPIC_OR_PARTITION' ? 'topic' : sideOf(chain);
  const last = chain.at(-1);
  const silent = chain.some(({ message }) => /timed? ?out|timeout/i.test(message ?? ''));
  const closed = chain.some(({ message }) => /clos|terminat|ended|no connection/i.test(message ?? ''));
  const fallback = silent ? WORDS.ETIMEDOUT : closed ? WORDS.ECONNRESET : undefined;
  const words = (key && WORDS[key]) ?? fallback ?? [last?.name, last?.type ?? last?.code].filter(Boolean).join(' ');
  return { waitsFor, words: words === '' ? 'unknown failure' : words };
}

function chainOf(error: unknown): Fault[] {
  const chain: Fault[] = [];
  for (let one = error as Fault | undefined; one && chain.length < 5; one = one.cause as Fault | undefined)
    chain.push(one);
  return chain;
}

function sideOf(chain: readonly Fault[]): WaitsFor {
  if (chain.some(({ name }) => name?.startsWith('KafkaJS'))) return 'broker';
  const isDatabase = ({ code, message }: Fault): boolean =>
    (code !== undefined && (SYSTEM_CODE.test(code) || SQL_STATE.test(code))) || PG_TEXT.test(message ?? '');
  return chain.some(isDatabase) ? 'database' : 'unknown';
}
