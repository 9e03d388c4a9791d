import { connect as connectTcp } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { connect as connectTls } from 'node:tls';
import {
  type Admin,
  type ISocketFactory,
  Kafka,
  type KafkaConfig,
  type KafkaMessage,
  logLevel,
  type Producer,
} from 'kafkajs';
import { registerCodecs } from './codecs';
import { keyPartitioner } from './partitioner';
import { patchRequestTimer } from './request-timer';
import { patchUnansweredRequests, watchSilence } from './unanswered-request';

/** What kafkajs logs, in the service's own log. */
export interface KafkaLogger {
  debug(facts: object, text: string): void;
  info(facts: object, text: string): void;
  warn(facts: object, text: string): void;
  error(facts: object, text: string): void;
}

/** Who a member is for the broker (SASL/SCRAM-SHA-512). */
export interface KafkaCredentials {
  readonly username: string;
  readonly password: string;
  /** Whether the connection is encrypted too; the broker's certificate must be known to Node. */
  readonly tls?: boolean;
}

export interface KafkaOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Absent where the broker asks nobody who he is. */
  readonly credentials?: KafkaCredentials | undefined;
  readonly logger?: KafkaLogger;
  /** A request without an answer for so long ends its connection; waiting for a group or for records may take longer. */
  readonly requestTimeoutMs?: number;
}

export type OutgoingRecord = Pick<KafkaMessage, 'key' | 'value'> & { readonly headers: Record<string, string> };

export interface TopicRecords {
  readonly topic: string;
  readonly messages: readonly OutgoingRecord[];
}

/** Small records should not wait for Nagle's algorithm. */
const socketFactory: ISocketFactory = ({ host, port, ssl, onConnect }) => {
  const socket = ssl
    ? connectTls({ host, port, servername: host, ...ssl }, onConnect)
    : connectTcp({ host, port }, onConnect);
  socket.setNoDelay(true);
  socket.setKeepAlive(true, 60_000);
  watchSilence(socket);
  return socket;
};

const REQUEST_TIMEOUT_MS = 10_000;

/** A kafkajs client with our logger, socket and timer settings. */
export function createKafka({
  brokers,
  clientId,
  credentials,
  logger,
  requestTimeoutMs = REQUEST_TIMEOUT_MS,
}: KafkaOptions): Kafka {
  registerCodecs();
  patchRequestTimer();
  patchUnansweredRequests();
  return new Kafka({
    clientId,
    brokers: [...brokers],
    ...saslOf(credentials),
    connectionTimeout: 3_000,
    requestTimeout: requestTimeoutMs,
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 6 },
    socketFactory,
    logLevel: logger ? logLevel.INFO : logLevel.NOTHING,
    ...(logger ? { logCreator: () => (entry) => writeLog(logger, entry) } : {}),
  });
}

function saslOf(credentials: KafkaCredentials | undefined): Pick<KafkaConfig, 'sasl' | 'ssl'> {
  if (!credentials) return {};
  const { username, password, tls = false } = credentials;
  return { sasl: { mechanism: 'scram-sha-512', username, password }, ssl: tls };
}

/** An idempotent producer, one batch at a time: what it acknowledges is written once and in order. */
export function createProducer(kafka: Kafka): Producer {
  return kafka.producer({
    createPartitioner: keyPartitioner,
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 },
  });
}

const LEADERS_WITHIN_MS = 10_000;

/** Creates the topics that are missing. Retention 14 days: Kafka is the wire, the databases are the truth. */
export async function ensureTopics(
  kafka: Kafka,
  names: readonly string[],
  { partitions = 3, retentionMs = 14 * 86_400_000 }: { partitions?: number; retentionMs?: number } = {},
): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    await createMissing(admin, names, partitions, retentionMs);
  } finally {
    await admin.disconnect();
  }
}

async function createMissing(
  admin: Admin,
  names: readonly string[],
  partitions: number,
  retentionMs: number,
): Promise<void> {
  const existing = new Set(await admin.listTopics());
  const topics = names
    .filter((name) => !existing.has(name))
    .map((topic) => ({
      topic,
      numPartitions: partitions,
      configEntries: [{ name: 'retention.ms', value: String(retentionMs) }],
    }));
  if (topics.length === 0) return;
  await admin.createTopics({ topics, waitForLeaders: false }).catch(ignoreExisting);
  await haveLeaders(
    admin,
    topics.map(({ topic }) => topic),
  );
}

/** The library's own wait takes a topic that its broker has not heard of yet for a fault. */
async function haveLeaders(admin: Admin, topics: string[]): Promise<void> {
  const until = performance.now() + LEADERS_WITHIN_MS;
  for (;;) {
    try {
      await admin.fetchTopicMetadata({ topics });
      return;
    } catch (error) {
      const { type } = error as { type?: string };
      const isComing = type === 'UNKNOWN_TOPIC_OR_PARTITION' || type === 'LEADER_NOT_AVAILABLE';
      if (!isComing || performance.now() > until) throw error;
    }
    await delay(50);
  }
}

function ignoreExisting(error: unknown): void {
  const { type, errors } = error as { type?: string; errors?: (Error & { type?: string })[] };
  const types = errors?.map((e) => e.type) ?? [type];
  if (types.every((t) => t === 'TOPIC_ALREADY_EXISTS')) return;
  throw errors?.find(({ type }) => type === 'TOPIC_AUTHORIZATION_FAILED') ?? error;
}

function writeLog(logger: KafkaLogger, entry: { level: logLevel; namespace: string; log: { message: string } }): void {
  const { message, ...facts } = entry.log;
  const text = `kafka ${entry.namespace}: ${message}`;
  // kafkajs reports every retry as an error; what really fails reaches the caller, who logs it.
  if (entry.level <= logLevel.WARN) logger.warn(slim(facts), text);
  else logger.debug(slim(facts), text);
}

function slim(facts: Record<string, unknown>): Record<string, unknown> {
  const { broker, error, groupId, topic } = facts;
  return { broker, error: error instanceof Error ? error.message : error, groupId, topic };
}
