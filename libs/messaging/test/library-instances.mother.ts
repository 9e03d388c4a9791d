import { randomBytes } from 'node:crypto';
import { generateKey, messageOf, type Received, signerFromJwk } from '@lienthong/envelope';
import { Logger } from '@nestjs/common';
import { Database, UnitOfWork } from '@lienthong/persistence';
import { testDatabase, type TestDatabase, testInfrastructure, testPrefix, withClient } from '@lienthong/testing';
import type { Producer } from 'kafkajs';
import { Client } from 'pg';
import {
  createKafka,
  createProducer,
  ensureTopics,
  MemberMessaging,
  type MemberMessagingOptions,
  messagingMigrations,
  topicNames,
  type WireRecord,
} from '../src';
import { Outbox } from '../src/outbox/outbox';
import { quiet } from './consumers.mother';
import { Book, BookTable1767225600001, clock, directory, PageAddedV1 } from './deliveries.mother';

/** Records of one send: well below what the broker takes. */
const AT_ONCE = 300;

export type PageHandler = (message: Received<PageAddedV1>, work: UnitOfWork) => Promise<void>;

/** One instance of the member `library`, as a process of it would be. */
export interface LibraryInstance {
  readonly messaging: MemberMessaging;
  /** Name of its database connections. */
  readonly name: string;
  stop(): Promise<void>;
}

/** A member with a database and topics of its own, and as many instances as a spec wants. */
export class Library {
  readonly prefix = testPrefix();
  private readonly brokers = testInfrastructure().kafka.split(',');
  private readonly kafka = createKafka({ brokers: this.brokers, clientId: 'bus', logger: quiet });
  private readonly signer = signerFromJwk(generateKey('library-1').privateJwk);
  private readonly instances = new Set<LibraryInstance>();
  private readonly clients: Client[] = [];

  private constructor(
    private readonly database: TestDatabase,
    private readonly producer: Producer,
    private readonly partitions: number,
  ) {}

  static async open(partitions = 3): Promise<Library> {
    Logger.overrideLogger(false);
    const database = await testDatabase({
      entities: [Book],
      migrations: [...messagingMigrations, BookTable1767225600001],
    });
    const brokers = testInfrastructure().kafka.split(',');
    const producer = createProducer(createKafka({ brokers, clientId: 'bus', logger: quiet }));
    await producer.connect();
    const library = new Library(database, producer, partitions);
    const names = topicNames(library.prefix);
    await ensureTopics(library.kafka, [names.in('library'), names.out('library')], { partitions });
    return library;
  }

  async instance(handler: PageHandler, more: Partial<MemberMessagingOptions> = {}): Promise<LibraryInstance> {
    const name = `library-${randomBytes(4).toString('hex')}`;
    const database = new Database({ url: this.database.appUrl, entities: [Book], applicationName: name });
    await database.connect();
    const options = {
      ...{ member: 'library', brokers: this.brokers, topicPrefix: this.prefix, topicPartitions: this.partitions },
      ...{ maxBatch: 500, signer: this.signer, keys: directory, sessionTimeoutMs: 1_500, ...more },
    };
    const messaging: MemberMessaging = new MemberMessaging(options, clock, database, () => work);
    const work = new UnitOfWork(database, new Outbox(clock, messaging.relay, 'lienthong_outbox'));
    const extras = { messageClass: PageAddedV1, loads: [[Book, (body: PageAddedV1) => body.book]] };
    const handle = (message: Received<PageAddedV1>): Promise<void> => handler(message, work);
    messaging.server.addHandler(messageOf(PageAddedV1).type, handle as never, true, extras);
    await messaging.start();
    const stop = async (): Promise<void> => {
      if (!this.instances.delete(instance)) return;
      await messaging.stop();
      await database.close();
    };
    const instance: LibraryInstance = { messaging, name, stop };
    this.instances.add(instance);
    return instance;
  }

  /** Produces deliveries as the bus does: in this order, by stream. */
  async deliver(records: readonly WireRecord[]): Promise<void> {
    const topic = topicNames(this.prefix).in('library');
    const messages = records.map(({ key, value, headers }) => ({
      key,
      value,
      headers: headers as Record<string, string>,
    }));
    for (let i = 0; i < messages.length; i += AT_ONCE)
      await this.producer.send({ topic, messages: messages.slice(i, i + AT_ONCE) });
  }

  /** Rows of the member's database, read by its owner. */
  rows<R extends object>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    return withClient(this.database.migratorUrl, async (client) => (await client.query<R>(sql, [...values])).rows);
  }

  /** A connection of the member's own role, for a spec that plays one of its processes. Ended by the database or `close`. */
  async connection(): Promise<Client> {
    const client = new Client({ connectionString: this.database.appUrl });
    client.on('error', () => undefined);
    await client.connect();
    this.clients.push(client);
    return client;
  }

  async pagesOf(book: string): Promise<number | undefined> {
    const [row] = await this.rows<{ pages: number }>('select pages from book where name = $1', [book]);
    return row?.pages;
  }

  /** Committed offsets of the member's group and ends of its topic, by partition. */
  async offsets(): Promise<{ readonly committed: number; readonly end: number }[]> {
    const topic = topicNames(this.prefix).in('library');
    const admin = this.kafka.admin();
    await admin.connect();
    try {
      const ends = await admin.fetchTopicOffsets(topic);
      const [of] = await admin.fetchOffsets({ groupId: `${this.prefix}library`, topics: [topic] });
      const committed = new Map(of?.partitions.map(({ partition, offset }) => [partition, Number(offset)]));
      return ends.map(({ partition, high }) => ({
        committed: Math.max(0, committed.get(partition) ?? 0),
        end: Number(high),
      }));
    } finally {
      await admin.disconnect();
    }
  }

  async close(): Promise<void> {
    for (const instance of this.instances) await instance.stop();
    for (const client of this.clients) await client.end().catch(() => undefined);
    await this.producer.disconnect();
    await this.database.drop();
  }
}
