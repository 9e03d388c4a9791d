import { connect } from 'node:net';
import { Client } from 'pg';
import type { KafkaAddress } from './guard-protocol';
import { kafkaClient } from './kafka-client';

const oldestPostgres = 180_000;
const connectTimeoutMs = 10_000;

/** The server's version; refuses servers below 18 and says so. */
export async function checkPostgres(adminUrl: string): Promise<string> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: connectTimeoutMs });
  const where = withoutSecret(adminUrl);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string; text: string }>(
      "SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS text",
    );
    const version = rows[0]?.text.split(' ')[0] ?? 'unknown';
    if (Number(rows[0]?.number) < oldestPostgres)
      throw new Error(`it is PostgreSQL ${version}; version 18 or newer is needed`);
    return version;
  } catch (error) {
    throw new Error(`PostgreSQL at ${where}: ${messageOf(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Release of the first broker that answers, told from the newest metadata version it knows, such as '4.3'. */
export async function describeKafka(brokers: string): Promise<string> {
  const faults: string[] = [];
  for (const broker of brokers.split(',')) {
    try {
      return releaseOf(readMetadataLevel(await askApiVersions(broker.trim())));
    } catch (error) {
      faults.push(`Kafka at ${broker}: ${messageOf(error)}`);
    }
  }
  throw new Error(faults.join('; '));
}

/** Resolves when the brokers answer a metadata request. */
export async function waitForBroker(address: Pick<KafkaAddress, 'brokers' | 'access'>): Promise<void> {
  const admin = kafkaClient(address, { initialRetryTime: 100, maxRetryTime: 1_000, retries: 30 }).admin();
  try {
    await admin.connect();
    await admin.describeCluster();
  } finally {
    await admin.disconnect();
  }
}

const releases: readonly (readonly [number, string])[] = [
  [31, 'newer than 4.3'],
  [30, '4.3'],
  [28, '4.2'],
  [26, '4.1'],
  [22, '4.0'],
  [20, '3.9'],
];

function releaseOf(level: number): string {
  return releases.find(([from]) => level >= from)?.[1] ?? 'older than 3.9';
}

/** ApiVersions request, version 3: the only one that names the features of a broker. */
function askApiVersions(broker: string): Promise<Buffer> {
  const colon = broker.lastIndexOf(':');
  const name = Buffer.from('lienthong');
  const body = Buffer.from([0, 18, 0, 3, 0, 0, 0, 1, 0, name.length, ...name, 0, name.length + 1, ...name, 2, 0x31, 0]);
  const request = Buffer.alloc(4);
  request.writeInt32BE(body.length);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: broker.slice(0, colon), port: Number(broker.slice(colon + 1)) });
    let answer = Buffer.alloc(0);
    socket.setTimeout(connectTimeoutMs, () => socket.destroy(new Error('no answer in time')));
    socket.once('connect', () => socket.write(Buffer.concat([request, body])));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('the connection was closed without an answer')));
    socket.on('data', (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk]);
      if (answer.length < 4 || answer.length < 4 + answer.readInt32BE(0)) return;
      resolve(answer.subarray(8));
      socket.destroy();
    });
  });
}

/** Highest `metadata.version` that the broker supports: tagged field 0 of the answer. */
function readMetadataLevel(answer: Buffer): number {
  const key = Buffer.from('metadata.version');
  const at = answer.indexOf(key);
  // after the name: lowest and highest level, two bytes each
  return at < 0 ? 0 : answer.readInt16BE(at + key.length + 2);
}

function withoutSecret(url: string): string {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || 5432}${pathname}`;
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join(', ');
  return error instanceof Error ? error.message : String(error);
}
