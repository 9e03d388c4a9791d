import {
  fromHeaders,
  generateKey,
  leafOf,
  publicKeyFromJwk,
  SignatureVerifier,
  signerFromJwk,
} from '@lienthong/envelope';
import { Database, UnitOfWork } from '@lienthong/persistence';
import { eventually, testDatabase, type TestDatabase, testInfrastructure, testPrefix } from '@lienthong/testing';
import type { Kafka } from 'kafkajs';
import {
  createKafka,
  createProducer,
  ensureTopics,
  GatheringConsumer,
  messagingMigrations,
  nestLog,
  Relay,
  SHARDS,
  topicNames,
  type WireRecord,
} from '../src';
import { Outbox } from '../src/outbox/outbox';
import type { OutboxRow } from '../src/outbox/outbox-row';
import { OutboxAnswers } from '../src/outbox/outbox-answers';
import { OutboxSource } from '../src/outbox/outbox-source';
import { PageAddedV1 } from './books.mother';
import { clock } from './deliveries.mother';

const key = generateKey('tax-1');
const signer = signerFromJwk(key.privateJwk);
const logger = { ...nestLog('test'), debug: () => undefined, info: () => undefined, warn: () => undefined };
const to = [{ member: 'library', office: 'centre' }];

describe('outbox → relay → topic', () => {
  const topic = topicNames(testPrefix()).out('tax');
  const running: { stop(): Promise<void> }[] = [];
  const arrived: WireRecord[] = [];
  let db: TestDatabase;
  let database: Database;
  let kafka: Kafka;

  beforeAll(async () => {
    db = await testDatabase({ entities: [], migrations: messagingMigrations });
    database = new Database({ url: db.appUrl, entities: [], applicationName: 'tax' });
    await database.connect();
    kafka = createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'relay-test', logger });
    await ensureTopics(kafka, [topic], { partitions: 3 });
    const consumer = new GatheringConsumer({
      kafka,
      groupId: `${topic}-reader`,
      topics: [topic],
      maxBatch: 500,
      process: async (records) => void arrived.push(...records),
      logger,
    });
    await consumer.start();
    running.push(consumer);
  });

  afterAll(async () => {
    for (const one of running.reverse()) await one.stop();
    await database.close();
    await db.drop();
  });

  function relay(): Relay<OutboxRow> {
    const one = new Relay<OutboxRow>({
      source: new OutboxSource('tax', topic, () => signer),
      clock,
      url: db.appUrl,
      name: 'tax',
      lockName: 'outbox',
      channel: 'lienthong_outbox',
      producer: () => createProducer(kafka),
      logger,
    });
    one.start();
    return one;
  }

  async function send(through: Relay<OutboxRow>, book: string, count: number): Promise<void> {
    const work = new UnitOfWork(database, new Outbox(clock, through, 'lienthong_outbox'));
    await work.perform(async () => {
      for (let pages = 1; pages <= count; pages += 1)
        work.send(PageAddedV1, { book, pages }, { fromOffice: 'bien-hoa', to });
    });
  }

  const pagesOf = (book: string): number[] =>
    arrived.filter((r) => r.key === `document:${book}`).map((r) => (JSON.parse(String(r.value)) as PageAddedV1).pages);
  const settled = (book: string, count: number): Promise<number[]> =>
    eventually(async () => {
      const pages = pagesOf(book);
      if (pages.length < count) throw new Error(`only ${pages.length} of ${count} arrived`);
      return pages;
    });

  it('sends committed rows in the order of their stream, signed by one batch signature that each message proves alone', async () => {
    const first = relay();
    await send(first, 'a', 40);
    await send(first, 'a', 0);
    expect(await settled('a', 40)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
    const keys = {
      find: () => ({
        kid: 'tax-1',
        member: 'tax',
        key: publicKeyFromJwk(key.publicJwk),
        validFrom: '2020-01-01T00:00:00+07:00',
      }),
    };
    const verifier = new SignatureVerifier(keys);
    for (const record of arrived) {
      const envelope = fromHeaders(record.headers, record.value);
      const expected = { member: 'tax', at: clock.now() };
      expect(
        verifier.verify(leafOf(envelope.attributes), envelope.signature, envelope.signaturepath, expected).kid,
      ).toBe('tax-1');
    }
    await first.stop();
  });

  it('lets a second relay wait while the first leads, wakes the leader by NOTIFY, and takes over when it stops', async () => {
    const [leader, waiting] = [relay(), relay()];
    const both = [leader, waiting];
    await eventually(() => both.filter((r) => r.isLeader).length === 1, { describe: 'one leader' });
    const follower = both.find((r) => !r.isLeader) as Relay<OutboxRow>;
    await send(follower, 'b', 3);
    expect(await settled('b', 3)).toEqual([1, 2, 3]);
    await (both.find((r) => r !== follower) as Relay<OutboxRow>).stop();
    await send(follower, 'c', 2);
    expect(await settled('c', 2)).toEqual([1, 2]);
    await eventually(() => follower.isLeader, { describe: 'the second relay leads' });
    await follower.stop();
  });

  it('needs at most 3 statements for 500 messages: one to claim, one to mark', async () => {
    const silent = { isLeader: false, handOver: () => undefined };
    await send(silent as unknown as Relay<OutboxRow>, 'e', 500);
    const source = new OutboxSource('tax', topic, () => signer);
    const { client, release } = await database.client();
    const statements: string[] = [];
    const counted = Object.create(client) as typeof client;
    counted.query = ((...args: unknown[]) => {
      statements.push(String(args[0]));
      return (client.query.bind(client) as (...all: unknown[]) => unknown)(...args);
    }) as never;
    const all = { shards: SHARDS, limit: 500, bytes: 8_000_000, without: [], withoutStreams: [] };
    const { rows } = await source.claim(counted, all);
    await source.mark(
      counted,
      rows.map((row) => ({ row, sentAt: clock.now() })),
    );
    release();
    expect(rows.filter((row) => row.stream === 'document:e').map((row) => row.seq)).toEqual(
      Array.from({ length: 500 }, (_, i) => i + 1),
    );
    expect(statements.length).toBeLessThanOrEqual(3);
  });

  it('sends a row that was committed while no relay ran, and sends it again with the same id when no answer comes', async () => {
    const silent = { isLeader: false, handOver: () => undefined };
    await send(silent as unknown as Relay<OutboxRow>, 'd', 1);
    const late = relay();
    await settled('d', 1);
    await database.client().then(async ({ client, release }) => {
      await client.query("update outbox set sent_at = now() - interval '1 hour' where stream = 'document:d'");
      release();
    });
    await settled('d', 2);
    const ids = arrived.filter((r) => r.key === 'document:d').map((r) => String(r.headers.ce_id));
    expect(new Set(ids).size).toBe(1);
    await late.stop();
  });

  it('sends an accepted row once more when it is asked for again, and no further once that is accepted too', async () => {
    const one = relay();
    await send(one, 'g', 1);
    await settled('g', 1);
    const answers = new OutboxAnswers(logger);
    const place = { stream: 'document:g', epoch: 1, from: 1 };
    const rows = async <R extends object>(sql: string): Promise<R[]> =>
      database.transaction(async (client) => (await client.query<R>(sql)).rows);
    const accept = async (): Promise<void> => {
      await database.transaction((client) => answers.accepted(client, [{ items: [{ ...place, upTo: 1 }] }]));
      one.settled((row) => row.stream === place.stream);
    };
    await accept();
    await database.transaction((client) => answers.resendWanted(client, [{ items: [{ ...place, to: 1 }] }]));
    one.wake();
    await settled('g', 2);
    await accept();
    const closed = "stream = 'document:g' and sent_at is not null and accepted_at is not null";
    expect(await rows(`select attempts from outbox where ${closed}`)).toEqual([{ attempts: 2 }]);
    one.wake();
    await send(one, 'h', 1);
    await settled('h', 1);
    expect(arrived.filter((record) => record.key === 'document:g')).toHaveLength(2);
    await one.stop();
  });
});
