import { generateKey, signerFromJwk } from '@lienthong/envelope';
import { Database, UnitOfWork } from '@lienthong/persistence';
import { eventually } from '@lienthong/testing';
import {
  createKafka,
  createProducer,
  ensureTopics,
  GatheringConsumer,
  messagingMigrations,
  Relay,
  topicNames,
  type WireRecord,
} from '../src';
import { Outbox } from '../src/outbox/outbox';
import type { OutboxRow } from '../src/outbox/outbox-row';
import { OutboxSource } from '../src/outbox/outbox-source';
import { testDatabase, testInfrastructure, testPrefix, withClient } from '@lienthong/testing';
import { quiet } from './consumers.mother';
import { Book, PageAddedV1 } from './books.mother';
import { clock, delivered } from './deliveries.mother';
import { Library } from './library.mother';
import type { PageHandler } from './library-instance.mother';

const MESSAGES = 90;

/** Windows in which comparable systems lose a message, each closed here with the fault at exactly that point. */
describe('a window of another system', () => {
  describe('between a message and its offset', () => {
    let library: Library;
    beforeEach(async () => {
      library = await Library.open();
    });
    afterEach(() => library.close());

    const count = async (sql: string): Promise<number> => (await library.rows<{ n: number }>(sql))[0]?.n ?? -1;
    const handledCount = (): Promise<number> => count("select count(*)::int as n from inbox where outcome = 'handled'");
    const killConnections = (): Promise<object[]> =>
      library.rows(`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name like 'library-%' and state like '%in transaction%'`);

    /** Ends its own connection the first time it sees one of these books, in the middle of the transaction. */
    const dyingAt = (books: readonly string[], before: () => Promise<void>): PageHandler => {
      const left = new Set(books);
      return async ({ body, sequence }, work) => {
        const book = await work.find(Book, body.book);
        work.save(Book, { name: body.book, pages: (book?.pages ?? 0) + sequence });
        if (!left.delete(body.book)) return;
        await before();
        await killConnections();
      };
    };

    it('Mojaloop: the committed offset never runs ahead of the database, also when its connection dies before the commit', async () => {
      const ahead: string[] = [];
      const compare = async (): Promise<void> => {
        const offsets = await library.topics.offsets();
        const handled = await handledCount();
        const committed = offsets.reduce((sum, { committed: offset }) => sum + offset, 0);
        if (committed > handled) ahead.push(`${committed} > ${handled}`);
      };
      const handler = dyingAt(['b20', 'b45', 'b70'], compare);
      await library.instance(handler, { maxBatch: 10 });
      await library.topics.deliver(Array.from({ length: MESSAGES }, (_, i) => delivered({ book: `b${i}`, number: 1 })));
      await eventually(
        async () => {
          await compare();
          return (await handledCount()) === MESSAGES;
        },
        { timeoutMs: 60_000 },
      );
      await eventually(() => library.topics.areCommitted());
      expect(ahead).toEqual([]);
      expect(await count('select sum(pages)::int as n from book')).toBe(MESSAGES);
      expect(await count('select count(*)::int as n from parked')).toBe(0);
    });

    it('OpenHIM: a waiting message leaves the stash only with the commit that handles it', async () => {
      const seen: number[] = [];
      const waiting = (): Promise<number> => count('select count(*)::int as n from stash');
      const handler = dyingAt(['held'], async () => void seen.push(await waiting()));
      const { messaging } = await library.instance(async (message, work) => {
        // the connection dies while the first of the waiting ones is in work
        if (message.sequence === 1) work.save(Book, { name: 'held', pages: 1 });
        else await handler(message, work);
      });
      await library.topics.deliver([delivered({ book: 'held', number: 2 }), delivered({ book: 'held', number: 3 })]);
      await eventually(async () => (await waiting()) === 2);
      await library.topics.deliver([delivered({ book: 'held', number: 1 })]);
      await eventually(async () => (await handledCount()) === 3, { timeoutMs: 60_000 });
      expect(seen).toEqual([2]);
      expect([await waiting(), await library.pagesOf('held')]).toEqual([0, 6]);
      expect(messaging.counts.parked).toBe(0);
    });
  });

  describe('between a message and its mark', () => {
    it('a relay whose connection dies after sending, before marking, sends again with the same id and number; a mark is never first', async () => {
      const topic = topicNames(testPrefix()).out('tax');
      const db = await testDatabase({ entities: [], migrations: messagingMigrations });
      const database = new Database({ url: db.appUrl, entities: [], applicationName: 'tax' });
      await database.connect();
      const kafka = createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'tax', logger: quiet });
      await ensureTopics(kafka, [topic]);
      const arrived: WireRecord[] = [];
      const process = async (records: readonly WireRecord[]): Promise<void> => void arrived.push(...records);
      const reader = { kafka, groupId: `${topic}-reader`, topics: [topic], maxBatch: 500, process, logger: quiet };
      const consumer = new GatheringConsumer(reader);
      await consumer.start();

      const signer = signerFromJwk(generateKey('tax-1').privateJwk);
      const source = new OutboxSource('tax', topic, () => signer);
      const mark = source.mark.bind(source);
      let deaths = 0;
      source.mark = async (client, rows) => {
        // the broker has the records already, the database knows of nothing yet
        await eventually(() => arrived.length >= 3 * (deaths + 1));
        const unsent = await withClient(db.migratorUrl, (c) => c.query('select 1 from outbox where sent_at is null'));
        expect(unsent.rowCount).toBe(3);
        deaths += 1;
        if (deaths === 1) await client.query('select pg_terminate_backend(pg_backend_pid())');
        await mark(client, rows);
      };
      const names = { name: 'tax', lockName: 'outbox', channel: 'lienthong_outbox' };
      const producer = (): ReturnType<typeof createProducer> => createProducer(kafka);
      const relay = new Relay<OutboxRow>({ source, clock, url: db.appUrl, ...names, producer, logger: quiet });
      relay.start();
      const work = new UnitOfWork(database, new Outbox(clock, relay, 'lienthong_outbox'));
      await work.perform(async () => {
        const to = [{ member: 'library', office: 'centre' }];
        for (const pages of [1, 2, 3]) work.send(PageAddedV1, { book: 'a', pages }, { fromOffice: 'bien-hoa', to });
        await Promise.resolve();
      });
      const allSent = `select 1 from outbox where sent_at is null`;
      await eventually(
        async () => (await withClient(db.migratorUrl, (client) => client.query(allSent))).rowCount === 0,
        { timeoutMs: 60_000 },
      );
      expect(deaths).toBe(2);
      const places = arrived.map(({ headers }) => `${String(headers.ce_id)} ${String(headers.ce_sequence)}`);
      expect(places.slice(0, 3)).toEqual(places.slice(3));
      expect(places.map((place) => place.split(' ')[1])).toEqual(['1', '2', '3', '1', '2', '3']);
      await relay.stop();
      await consumer.stop();
      await database.close();
      await db.drop();
    });
  });
});
