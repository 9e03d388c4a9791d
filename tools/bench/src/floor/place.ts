import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { createKafka, createProducer } from '@lienthong/messaging';
import type { Consumer, Producer } from 'kafkajs';
import { Client, type QueryResultRow } from 'pg';

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

export const BUS = 'bus';

export const topicsOf = (prefix: string) => ({
  in: (member: string): string => `${prefix}floor.${member}.in`,
  out: (member: string): string => `${prefix}floor.${member}.out`,
});

/** One connection; a query waits for the one before it. */
export class Queries {
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly client: Client) {}

  /** A named statement: prepared once per connection. */
  run<R extends QueryResultRow>(name: string, text: string, values: readonly unknown[]): Promise<readonly R[]> {
    const result = this.last.then(() => this.client.query<R>({ name, text, values: [...values] }));
    this.last = result.catch(() => undefined);
    return result.then(({ rows }) => rows);
  }
}

/** A process's own connections and keys. */
export interface Opened {
  readonly queries: Queries;
  readonly producer: Producer;
  readonly consumer: Consumer;
  readonly privateKey: KeyObject;
  readonly publicKeys: ReadonlyMap<string, KeyObject>;
}

export async function open(place: Place): Promise<Opened> {
  const client = new Client({ connectionString: place.databaseUrl, application_name: `floor:${place.name}` });
  const kafka = createKafka({ brokers: place.brokers, clientId: `floor-${place.name}` });
  const producer = createProducer(kafka);
  await Promise.all([client.connect(), producer.connect()]);
  await client.query('set synchronous_commit to on');
  process.once('disconnect', () => void consumer.disconnect().finally(() => process.exit(0)));
  const groupId = `${place.topicPrefix}floor.${place.name}`;
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 1_000, allowAutoTopicCreation: false });
  return {
    ...{ queries: new Queries(client), producer, consumer },
    privateKey: createPrivateKey({ key: place.privateKey, format: 'jwk' }),
    publicKeys: new Map(
      Object.entries(place.publicKeys).map(([name, key]) => [name, createPublicKey({ key, format: 'jwk' })]),
    ),
  };
}
