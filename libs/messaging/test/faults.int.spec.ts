import { setTimeout as delay } from 'node:timers/promises';
import { eventually, TcpProxy, testInfrastructure, testOn, withClient } from '@lienthong/testing';
import { type Infrastructure, readLocalInfraConfig, startInfrastructure } from '../../../tools/local-infra/src';
import { LibraryUnderFaults } from './library-under-faults.mother';

const BOOKS = ['a', 'b', 'c', 'd'];
const AWAY_MS = 1_500;

describe('a transient fault of a member', () => {
  let library: LibraryUnderFaults;
  let database: TcpProxy;
  let broker: TcpProxy;
  beforeAll(async () => {
    const { postgres, kafka } = testInfrastructure();
    [database, broker] = await Promise.all([TcpProxy.toPostgres(postgres), TcpProxy.toKafka(kafka)]);
    library = await LibraryUnderFaults.open({ brokers: [broker.address], route: (url) => database.through(url) });
    await library.deliver(BOOKS, 2);
    await library.settled(BOOKS);
  });
  beforeEach(() => library.forgetFailures());
  afterEach(async () => {
    database.heal();
    broker.heal();
    expect(await library.rows('select 1 from parked union all select 1 from stash')).toEqual([]);
  });
  afterAll(async () => {
    await library?.close();
    await Promise.all([database?.close(), broker?.close()]);
  });

  it('(database cut off) is tried again after full-jitter waits while the partition is paused; nothing parks', async () => {
    database.cut();
    await library.deliver(BOOKS, 20);
    await delay(AWAY_MS);
    await eventually(() => library.failures >= 2, { timeoutMs: 60_000, describe: 'batches that failed' });
    database.heal();
    await library.settled(BOOKS);
    library.expectBackOff();
    library.expectPaused();
  });

  it('(database behind a firewall that forgot the connections) is noticed, and everything is handled once', async () => {
    database.halfOpen();
    await library.deliver(BOOKS, 20);
    await delay(AWAY_MS);
    database.heal();
    await library.settled(BOOKS);
    library.expectPaused();
  });

  it('(broker cut off) loses and doubles nothing', async () => {
    await library.deliver(BOOKS, 20);
    broker.cut();
    await library.deliver(BOOKS, 20);
    await delay(AWAY_MS);
    broker.heal();
    await library.settled(BOOKS);
  });

  it('(broker behind a firewall that forgot the connections) is noticed, and everything is handled once', async () => {
    await library.deliver(BOOKS, 20);
    broker.halfOpen();
    await library.deliver(BOOKS, 20);
    await delay(AWAY_MS);
    broker.heal();
    await library.settled(BOOKS);
  });

  it('(deadlock with another connection) is tried again at once, and both go through', async () => {
    const { retriedTransactions } = library.instance.work.counters;
    await withClient(library.library.db.appUrl, async (other) => {
      await other.query('begin');
      await other.query("update book set pages = pages where name = 'a'");
      await library.deliver(['a'], 1);
      await eventually(() => isWaiting(library), { describe: 'the member has its stream and waits for its book' });
      await other.query("update stream_in set last_in = last_in where key = 'document:a'");
      await other.query('commit');
    });
    await library.settled(BOOKS);
    expect(library.instance.work.counters.retriedTransactions).toBeGreaterThan(retriedTransactions);
    expect(library.failures).toBe(0);
  });
});

/** Some connection of the member waits for a lock. */
async function isWaiting(library: LibraryUnderFaults): Promise<boolean> {
  const sql = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  return withClient(library.library.db.appUrl, async (client) => ((await client.query(sql)).rowCount ?? 0) > 0);
}

describe('a member of snapshot isolation', () => {
  it('takes a serialization conflict as transient: the batch is tried again, nothing parks', async () => {
    const isolation = encodeURIComponent('-c default_transaction_isolation=repeatable\\ read');
    const library = await LibraryUnderFaults.open({ route: (url) => `${url}?options=${isolation}` });
    try {
      await library.deliver(['a'], 1);
      await library.settled(['a']);
      const { retriedTransactions } = library.instance.work.counters;
      await withClient(library.library.db.appUrl, async (other) => {
        await other.query('begin');
        await other.query("update book set pages = pages where name = 'a'");
        await library.deliver(['a'], 3);
        await eventually(() => isWaiting(library), { describe: 'the member waits' });
        await other.query('commit');
      });
      await library.settled(['a']);
      expect(library.instance.work.counters.retriedTransactions).toBeGreaterThan(retriedTransactions);
      expect(await library.rows('select 1 from parked')).toEqual([]);
    } finally {
      await library.close();
    }
  });
});

describe('a crash under a member', () => {
  let infra: Infrastructure;
  let library: LibraryUnderFaults;
  beforeAll(async () => {
    const config = { ...readLocalInfraConfig({}), mode: 'embedded' as const };
    infra = await startInfrastructure({ log: () => undefined, config });
    testOn({ postgres: infra.postgres.adminUrl, kafka: infra.kafka.brokers });
    library = await LibraryUnderFaults.open();
    await library.deliver(BOOKS, 2);
    await library.settled(BOOKS);
  });
  beforeEach(() => library.forgetFailures());
  afterAll(async () => {
    await library?.close();
    await infra?.stop();
  });

  it('(PostgreSQL) is retried with back-off until it has recovered; each message is handled once, in order', async () => {
    await library.deliver(BOOKS, 20);
    const crashing = infra.crash('postgres', { downMs: AWAY_MS });
    await delay(100);
    await library.deliver(BOOKS, 20);
    await crashing;
    await library.settled(BOOKS);
    library.expectBackOff();
    library.expectPaused();
    expect(await library.rows('select 1 from parked')).toEqual([]);
  });

  it('(broker) loses nothing that was acknowledged; each message is handled once, in order', async () => {
    await library.deliver(BOOKS, 20);
    await infra.crash('kafka');
    await library.deliver(BOOKS, 20);
    await library.settled(BOOKS);
    expect(await library.rows('select 1 from parked')).toEqual([]);
  });
});
