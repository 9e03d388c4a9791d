import { setTimeout as delay } from 'node:timers/promises';
import { generateKey, signerFromJwk } from '@lienthong/envelope';
import { Database, UnitOfWork } from '@lienthong/persistence';
import {
  eventually,
  testDatabase,
  type TestDatabase,
  testInfrastructure,
  testPrefix,
  withClient,
} from '@lienthong/testing';
import {
  createKafka,
  createProducer,
  ensureTopics,
  messagingMigrations,
  nestLog,
  Relay,
  type RelayOptions,
  SHARDS,
  topicNames,
} from '../src';
import { type HandOver, Outbox } from '../src/outbox/outbox';
import type { OutboxRow } from '../src/outbox/outbox-row';
import { OutboxSource } from '../src/outbox/outbox-source';
import { LeaderConnection } from '../src/relay/leader-connection';
import { PageAddedV1 } from './books.mother';
import { clock } from './deliveries.mother';

const signer = signerFromJwk(generateKey('tax-1').privateJwk);
const logger = { ...nestLog('test'), debug: () => undefined, info: () => undefined, warn: () => undefined };
const silenced = { ...logger, error: () => undefined };
const to = [{ member: 'library', office: 'centre' }];
const NEVER_MS = 600_000;
const TOPIC_RESOURCE = 2;
const TOPIC_BYTES = 20_000;
/** Rows of a process that leads as far as it knows: it wakes nobody, and nobody sends them. */
const unannounced: HandOver = { isLeader: true, handOver: () => undefined };

describe('a relay with much to do', () => {
  const topic = topicNames(testPrefix()).out('tax');
  const kafka = createKafka({
    ...{ brokers: testInfrastructure().kafka.split(','), clientId: 'relay-under-load', logger: silenced },
  });
  const running: Relay<OutboxRow>[] = [];
  let db: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    db = await testDatabase({ entities: [], migrations: messagingMigrations });
    database = new Database({ url: db.appUrl, entities: [], applicationName: 'tax' });
    await database.connect();
    await ensureTopics(kafka, [topic], { partitions: 3 });
  });
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
    await rows('delete from outbox');
  });
  afterAll(async () => {
    await database.close();
    await db.drop();
  });

  const rows = <R extends object>(sql: string, params: readonly unknown[] = []): Promise<R[]> =>
    withClient(db.migratorUrl, async (client) => (await client.query<R>(sql, [...params])).rows);
  const source = (): OutboxSource => new OutboxSource('tax', topic, () => signer, NEVER_MS);
  const start = (wanted: Partial<RelayOptions<OutboxRow>> = {}): Relay<OutboxRow> => {
    const relay = new Relay<OutboxRow>({
      ...{ source: source(), clock, url: db.appUrl, name: 'tax', lockName: 'outbox', channel: 'lienthong_outbox' },
      ...{ producer: () => createProducer(kafka), logger: silenced, reopenEveryMs: NEVER_MS, ...wanted },
    });
    running.push(relay);
    relay.start();
    return relay;
  };
  const leading = async (wanted: Partial<RelayOptions<OutboxRow>> = {}): Promise<Relay<OutboxRow>> => {
    const relay = start(wanted);
    await eventually(() => relay.isLeader, { describe: 'the relay leads' });
    return relay;
  };
  const write = (through: HandOver, book: string, count = 1): Promise<unknown> => {
    const work = new UnitOfWork(database, new Outbox(clock, through, 'lienthong_outbox'));
    return work.perform(() => {
      for (let pages = 1; pages <= count; pages += 1)
        work.send(PageAddedV1, { book, pages }, { fromOffice: 'bien-hoa', to });
      return Promise.resolve();
    });
  };
  const sent = async (book: string): Promise<number> => {
    const sql = 'select count(*)::int as n from outbox where stream = $1 and sent_at is not null';
    return (await rows<{ n: number }>(sql, [`document:${book}`]))[0]?.n ?? 0;
  };
  const enlarge = (book: string, bytes: number, condition = 'true'): Promise<unknown> =>
    rows(`update outbox set payload = convert_to(repeat('x', $2), 'UTF8') where stream = $1 and ${condition}`, [
      `document:${book}`,
      bytes,
    ]);

  it('sends what nobody announced to it as soon as when it is idle, however busy it is', async () => {
    const relay = await leading({ pollMs: 300 });
    await write(relay, 'first');
    await eventually(async () => (await sent('first')) === 1, { describe: 'the relay at work' });
    await write(unannounced, 'unannounced');
    for (let n = 1; n <= 30; n += 1) {
      await write(relay, `busy-${n}`);
      await delay(100);
    }
    expect(await sent('unannounced')).toBe(1);
  });

  it('goes on while rows that should be sent again cannot be looked for, and leaves these alone for a while', async () => {
    const slow = new OutboxSource('tax', topic, () => signer);
    slow.reopen = async (client) => (await client.query('select pg_sleep(60)')).rowCount ?? 0;
    const relay = start({ statementTimeoutMs: 500, reopenEveryMs: 200, source: slow });
    await write(unannounced, 'new');
    await eventually(async () => (await sent('new')) === 1, { timeoutMs: 10_000, describe: 'the new row goes out' });
    expect(relay.state().failures).toBe(1);
  });

  it('passes by rows that should be sent again while another holds them', async () => {
    await write(unannounced, 'unanswered');
    await rows("update outbox set sent_at = now() - interval '1 hour' where stream = 'document:unanswered'");
    await withClient(db.migratorUrl, async (client) => {
      await client.query('begin; select 1 from outbox for update');
      const relay = start({ reopenEveryMs: 100, source: new OutboxSource('tax', topic, () => signer) });
      await write(unannounced, 'passing');
      await eventually(async () => (await sent('passing')) === 1, {
        timeoutMs: 10_000,
        describe: 'the new row goes out',
      });
      expect(relay.state().failures).toBe(0);
      await client.query('rollback');
    });
  });

  it('takes rows up to about eight mebibytes at a time, one at least, and goes on at once with the others', async () => {
    await write(unannounced, 'heavy', 45);
    await enlarge('heavy', 250_000);
    const wanted = { shards: SHARDS, limit: 500, without: [], withoutStreams: [] };
    await withClient(db.appUrl, async (client) => {
      const claim = (bytes: number, limit = 500) => source().claim(client, { ...wanted, limit, bytes });
      expect(await claim(1)).toMatchObject({ isCut: true, rows: [{ seq: 1 }] });
      expect(await claim(250_001)).toMatchObject({ isCut: true, rows: [{ seq: 1 }, { seq: 2 }] });
      expect((await claim(50_000_000, 45)).isCut).toBe(true);
      expect((await claim(50_000_000)).isCut).toBe(false);
    });
    const claims = jest.spyOn(OutboxSource.prototype, 'claim');
    await leading({ pollMs: NEVER_MS });
    await eventually(async () => (await sent('heavy')) === 45, { timeoutMs: 60_000, describe: 'all heavy rows' });
    const claimed = await Promise.all(
      claims.mock.results.map(({ value }) => value as ReturnType<OutboxSource['claim']>),
    );
    const most = Math.max(...claimed.map((one) => one.rows.reduce((sum, row) => sum + row.payload.length, 0)));
    expect(most).toBeLessThan(8 * 1024 * 1024 + 250_000);
    claims.mockRestore();
  });

  it('lets only the stream of a record wait that is larger than its topic takes, with more rows than a claim has', async () => {
    const admin = kafka.admin();
    await admin.connect();
    const configEntries = [{ name: 'max.message.bytes', value: String(TOPIC_BYTES) }];
    await admin.alterConfigs({
      validateOnly: false,
      resources: [{ type: TOPIC_RESOURCE, name: topic, configEntries }],
    });
    await admin.disconnect();
    await write(unannounced, 'stuck', 30);
    // Random, since records are compressed.
    await rows(
      `update outbox set payload = (select convert_to(string_agg(md5(random()::text), ''), 'UTF8') from generate_series(1, 4000))
       where seq = 1`,
    );
    const relay = await leading({ batchSize: 5, pollMs: 300 });
    await eventually(() => relay.state().produceCalls > 0, { describe: 'the relay has tried' });
    await write(unannounced, 'free', 12);
    await eventually(async () => (await sent('free')) === 12, { timeoutMs: 10_000, describe: 'the other stream' });
    expect(await sent('stuck')).toBe(0);
  });

  it('has no connection while its LISTEN does not stand, and opens another one', async () => {
    const connection = (channel: string): LeaderConnection =>
      new LeaderConnection(
        {
          ...{ url: db.appUrl, name: 'deaf', lockName: 'deaf', shards: SHARDS, channel },
          ...{ idleTimeoutMs: 5_000, statementTimeoutMs: 5_000 },
        },
        () => undefined,
        () => undefined,
      );
    const deaf = connection('no channel');
    await expect(deaf.open()).rejects.toThrow('syntax error');
    expect(deaf.isOpen).toBe(false);
    await eventually(
      async () => (await rows("select 1 from pg_stat_activity where application_name = 'deaf:leader'")).length === 0,
      { describe: 'nothing left behind' },
    );
    const hearing = connection('a_channel');
    await hearing.open();
    expect([hearing.isOpen, await hearing.lead()]).toEqual([true, true]);
    await hearing.close();
  });
});
