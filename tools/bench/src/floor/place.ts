import { createPrivateKey, createPublicKey, type JsonWebKey } from 'node:crypto';
import { createKafka, createProducer } from '@lienthong/messaging';
import type { Consumer, Producer } from 'kafkajs';
import { SESSION_OPTIONS } from '@lienthong/persistence';
import { Client, type ClientConfig, type QueryResultRow } from 'pg';
import type { Signer } from './wire';

/** What the driver gives a process of the floor at its start. */
export interface Place {
  readonly name: string;
  readonly members: readonly string[];
  readonly brokers: readonly string[];
  readonly topicPrefix: string;
  readonly databaseUrl: string;
  readonly handOver: boolean;
  readonly privateKey: JsonWebKey;
  /** Public keys of bus and members. */
  readonly publicKeys: Readonly<Record<string, JsonWebKey>>;
}

export const topicsOf = (prefix: string) => ({
  in: (member: string): string => `${prefix}floor.${member}.in`,
  out: (member: string): string => `${prefix}floor.${member}.out`,
});

/** One connection; what is asked for together leaves together, and every statement is prepared once. */
export class Queries {
  private constructor(private readonly client: Client) {}

  static async connect(connectionString: string, name: string): Promise<Queries> {
    const config: ClientConfig & { pipeline: boolean } = { connectionString, options: SESSION_OPTIONS, pipeline: true };
    const client = new Client({ ...config, application_name: `floor:${name}` });
    await client.connect();
    return new Queries(client);
  }

  async run<R extends QueryResultRow>(name: string, text: string, values: readonly unknown[]): Promise<readonly R[]> {
    return (await this.client.query<R>({ name, text, values: [...values] })).rows;
  }
}

/** A process's own connections and keys. */
export interface Opened {
  /** Batches. */
  readonly queries: Queries;
  /** What goes on beside them: claims and marks. */
  readonly aside: Queries;
  readonly producer: Producer;
  readonly consumer: Consumer;
  readonly signer: Signer;
  readonly keys: ReadonlyMap<string, Signer>;
}

export async function open(place: Place): Promise<Opened> {
  const { name, brokers, databaseUrl, topicPrefix, publicKeys, privateKey } = place;
  const kafka = createKafka({ brokers, clientId: `floor-${name}` });
  const producer = createProducer(kafka);
  const [queries, aside] = await Promise.all([
    Queries.connect(databaseUrl, name),
    Queries.connect(databaseUrl, `${name}:aside`),
    producer.connect(),
  ]);
  process.once('disconnect', () => void consumer.disconnect().finally(() => process.exit(0)));
  const groupId = `${topicPrefix}floor.${name}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 1_000, allowAutoTopicCreation: false });
  const keys = Object.entries(publicKeys).map(
    ([member, key]) => [member, { kid: kidOf(member), key: createPublicKey({ key, format: 'jwk' }) }] as const,
  );
  return {
    ...{ queries, aside, producer, consumer, keys: new Map(keys) },
    signer: { kid: kidOf(name), key: createPrivateKey({ key: privateKey, format: 'jwk' }) },
  };
}

function kidOf(member: string): string {
  return `${member}-1`;
}
