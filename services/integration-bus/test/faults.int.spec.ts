import { setTimeout as delay } from 'node:timers/promises';
import { eventually, TcpProxy, testInfrastructure, testOn, withClient } from '@lienthong/testing';
import { type Infrastructure, readLocalInfraConfig, startInfrastructure } from '../../../tools/local-infra/src';
import { SpecBus } from './bus.mother';
import { NoticesFlow } from './notices-flow.mother';

const DEADLOCK = '40P01';
const AWAY_MS = 1_500;
/** Nothing is delivered again but what a fault has left in doubt. */
const SETTINGS = { REDELIVER_AFTER_MS: '600000' };

describe('a transient fault of the bus', () => {
  let bus: SpecBus;
  let flow: NoticesFlow;
  let database: TcpProxy;
  let broker: TcpProxy;
  beforeAll(async () => {
    const { postgres, kafka } = testInfrastructure();
    [database, broker] = await Promise.all([TcpProxy.toPostgres(postgres), TcpProxy.toKafka(kafka)]);
    bus = await SpecBus.start({ ...SETTINGS, KAFKA_BROKERS: broker.address }, (url) => database.through(url));
    flow = await new NoticesFlow(bus, kafka).start();
    await flow.write(2);
    await flow.settled();
  });
  beforeEach(() => flow.forget());
  afterEach(() => {
    database.heal();
    broker.heal();
  });
  afterAll(async () => {
    await flow?.stop();
    await bus?.stop();
    jest.restoreAllMocks();
    await Promise.all([database?.close(), broker?.close()]);
  });

  it('(database cut off) is tried again after full-jitter waits while the partition is paused; nothing is rejected', async () => {
    database.cut();
    await flow.write(20);
    await delay(AWAY_MS);
    database.heal();
    await flow.settled();
    flow.expectBackOff();
  });

  it('(broker cut off) loses and doubles nothing', async () => {
    await flow.write(20);
    broker.cut();
    await flow.write(20);
    await delay(AWAY_MS);
    broker.heal();
    await flow.settled();
  });

  it('(broker behind a firewall that forgot the connections) is noticed, and everything goes on', async () => {
    await flow.write(20);
    broker.halfOpen();
    await flow.write(20);
    await delay(AWAY_MS);
    broker.heal();
    await flow.settled();
  });

  it('(deadlock with another connection) is tried again after a wait; nothing is rejected', async () => {
    // whoever has waited longer when the deadlock closes is its victim; on a slow machine that is the other connection
    const busIsVictim = (): Promise<boolean> =>
      whileHeld(bus, 'stream_out', async (other) => {
        await flow.write(1);
        await eventually(() => isWaiting(bus), {
          describe: 'the bus has the streams of tax and waits for those of land',
        });
        await other('update stream_in set last_in = last_in');
      }).then(
        () => true,
        (error: unknown) => {
          if ((error as { code?: string }).code === DEADLOCK) return false;
          throw error;
        },
      );
    await eventually(busIsVictim, { timeoutMs: 60_000, describe: 'a deadlock whose victim is the bus' });
    await flow.settled();
    flow.expectBackOff();
  });
});

describe('a bus of snapshot isolation', () => {
  it('takes a serialization conflict as transient: the batch comes again after a wait, nothing is rejected', async () => {
    const isolation = encodeURIComponent('-c default_transaction_isolation=repeatable\\ read');
    const bus = await SpecBus.start(SETTINGS, (url) => `${url}?options=${isolation}`);
    const flow = await new NoticesFlow(bus, testInfrastructure().kafka).start();
    try {
      await flow.write(1);
      await flow.settled();
      flow.forget();
      await whileHeld(bus, 'stream_in', async () => {
        await flow.write(2);
        await eventually(() => isWaiting(bus), { describe: 'the bus waits for the streams' });
      });
      await flow.settled();
      flow.expectBackOff();
    } finally {
      await flow.stop();
      await bus.stop();
      jest.restoreAllMocks();
    }
  });
});

describe('a crash under the bus', () => {
  let infra: Infrastructure;
  let bus: SpecBus;
  let flow: NoticesFlow;
  beforeAll(async () => {
    const config = { ...readLocalInfraConfig({}), mode: 'embedded' as const };
    infra = await startInfrastructure({ log: () => undefined, config });
    testOn({ postgres: infra.postgres.adminUrl, kafka: infra.kafka.brokers });
    bus = await SpecBus.start(SETTINGS);
    flow = await new NoticesFlow(bus, infra.kafka.brokers).start();
    await flow.write(2);
    await flow.settled();
  });
  beforeEach(() => flow.forget());
  afterAll(async () => {
    await flow?.stop();
    await bus?.stop();
    jest.restoreAllMocks();
    await infra?.stop();
  });

  it('(PostgreSQL) is retried with back-off until it has recovered; every notice is logged once, in order', async () => {
    await flow.write(20);
    const crashing = infra.crash('postgres', { downMs: AWAY_MS });
    await delay(100);
    await flow.write(20);
    await crashing;
    await flow.settled();
    flow.expectBackOff();
  });

  it('(broker) loses nothing that was acknowledged; every notice is logged once, in order', async () => {
    await flow.write(20);
    await infra.crash('kafka');
    await flow.write(20);
    await flow.settled();
  });
});

/** Another connection holds every row of a table in a transaction of its own. */
async function whileHeld(
  bus: SpecBus,
  table: string,
  work: (query: (sql: string) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  await withClient(bus.database.appUrl, async (client) => {
    await client.query('begin');
    await client.query(`update ${table} set epoch = epoch`);
    await work((sql) => client.query(sql));
    await client.query('commit');
  });
}

/** Some connection of the bus waits for a lock. */
async function isWaiting(bus: SpecBus): Promise<boolean> {
  const sql = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  return withClient(bus.database.appUrl, async (client) => ((await client.query(sql)).rowCount ?? 0) > 0);
}
