import { Message, Text } from '@lienthong/envelope';
import { createKafka, ensureTopics, MemberMessaging, messagingMigrations, topicNames } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { eventually, startTestService, testInfrastructure, type TestService, withClient } from '@lienthong/testing';
import type { Readiness } from '../src/health/health.controller';
import { permitService } from './permits.mother';

@Message({
  owner: 'intake',
  name: 'permit-noted',
  version: 1,
  summary: 'A permit was noted (test message).',
  stream: (body) => `document:${body.title}`,
  example: { title: 'fence' },
})
class PermitNotedV1 {
  @Text({ max: 20 }) readonly title: string;
}

const member = { ...permitService, messaging: true, migrations: [...messagingMigrations, ...permitService.migrations] };

/** What waits is counted anew for each question: nobody here waits for an older count. */
const SETTINGS = { DEPTHS_KEPT_MS: '50' };

describe('readiness and metrics of a member', () => {
  let service: TestService;
  const probes = async (): Promise<Readiness['probes']> =>
    (await service.api.get<Readiness>('/health/ready')).body.probes;
  const status = async (): Promise<number> => (await service.api.get('/health/ready')).status;
  const until = (what: string, probe: () => Promise<boolean>): Promise<unknown> =>
    eventually(probe, { timeoutMs: 60_000, describe: what });
  const ready = (): Promise<unknown> => until('the member to be ready', async () => (await status()) === 200);
  const send = (title: string): Promise<unknown> => {
    const work = service.running.app.get(UnitOfWork, { strict: false });
    const to = [{ member: 'tax', office: 'bien-hoa' }];
    return work.perform(async () => work.send(PermitNotedV1, { title }, { fromOffice: 'bien-hoa', to }));
  };
  async function scraped(): Promise<Map<string, number>> {
    const { body, status: code } = await (await service.as('monitor')).get<string>('/metrics');
    expect(code).toBe(200);
    const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]));
  }
  const figure = (figures: Map<string, number>, name: string, label = ''): number | undefined =>
    [...figures].find(([key]) => key.startsWith(`${name}{`) && key.includes(label))?.[1];

  afterEach(() => service.stop());

  it('tells that the outbox grows because its topic is missing, and sends it once the topic is there', async () => {
    service = await startTestService(member, { ...SETTINGS, OUTBOX_AGE_LIMIT_MS: '1000' });
    await ready();
    const kafka = createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'readiness-spec' });
    const topic = topicNames(service.topicPrefix).out('intake');
    const admin = kafka.admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [topic] });
    await send('a');
    await send('b');
    await until('the cause', async () => (await status()) === 503);
    const { relay, messages } = await probes();
    expect(relay).toMatchObject({
      ready: false,
      waitingFor: 'its topic, which the service makes at its start: the topic does not exist',
      facts: { role: 'leading', failures: expect.any(Number) as number, failingSince: expect.any(String) as string },
    });
    expect(messages?.ready).toBe(true);
    await until('the rows to be told', async () => (await probes()).messages?.facts?.unsent === 2);
    await until('the age to be told', async () => (await probes()).messages?.facts?.isLate === true);
    const before = await scraped();
    expect(figure(before, 'lienthong_outbox_rows', 'state="unsent"')).toBe(2);
    expect(figure(before, 'lienthong_relay_failures_total')).toBeGreaterThan(0);
    expect(figure(before, 'lienthong_relay_failing_seconds')).toBeGreaterThan(0);
    expect(figure(before, 'lienthong_outbox_oldest_seconds')).toBeGreaterThan(0);

    await ensureTopics(kafka, [topic]);
    await admin.disconnect();
    await ready();
    await until('the rows to be sent', async () => (await probes()).messages?.facts?.unanswered === 2);
    const after = await scraped();
    expect(figure(after, 'lienthong_outbox_rows', 'state="unsent"')).toBe(0);
    expect(figure(after, 'lienthong_relay_rows_total')).toBe(2);
    expect(figure(after, 'lienthong_relay_leader')).toBe(1);
    expect(figure(after, 'lienthong_relay_failing_seconds')).toBe(0);
  });

  it('tells that the broker is away, in words without an address', async () => {
    service = await startTestService(member, { ...SETTINGS, KAFKA_BROKERS: '127.0.0.1:1' });
    const tells = (part?: { readonly waitingFor?: string }): boolean =>
      part?.waitingFor?.includes('nobody listens') === true;
    await until('the cause', async () => {
      const told = await probes();
      return tells(told.relay) && tells(told.broker);
    });
    const { broker, relay, messages } = await probes();
    const waitingFor = 'the consumer to join its group at KAFKA_BROKERS: nobody listens at its address';
    expect(broker).toMatchObject({ ready: false, waitingFor });
    expect(relay?.waitingFor).toBe('the broker at KAFKA_BROKERS: nobody listens at its address');
    expect(JSON.stringify([broker, relay])).not.toContain('127.0.0.1');
    expect(messages).toMatchObject({ ready: true, facts: { unsent: 0, parked: 0 } });
    const figures = await scraped();
    expect(figure(figures, 'lienthong_ready', 'part="relay"')).toBe(0);
    expect(figure(figures, 'lienthong_consumer_lag')).toBeUndefined();
  });

  it('tells that the database is away; the gauges of its tables keep quiet and the scrape answers', async () => {
    service = await startTestService(member, SETTINGS);
    await ready();
    expect(figure(await scraped(), 'lienthong_stashed_messages')).toBe(0);
    const { name } = service.database;
    const asAdmin = (sql: string): Promise<unknown> =>
      withClient(testInfrastructure().postgres, (client) => client.query(sql));
    await asAdmin(`alter database ${name} allow_connections false`);
    await asAdmin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    await until('the cause', async () => (await probes()).relay?.ready === false);
    expect((await probes()).relay?.waitingFor).toMatch(/^PostgreSQL at DATABASE_URL: /);
    await until('the gauges to keep quiet', async () => {
      const figures = await scraped();
      return figure(figures, 'lienthong_stashed_messages') === undefined;
    });
    const figures = await scraped();
    expect(figure(figures, 'lienthong_ready', 'part="database"')).toBe(0);
    expect(figure(figures, 'lienthong_outbox_rows')).toBeUndefined();
    await asAdmin(`alter database ${name} allow_connections true`);
    await ready();
    await until('the gauges to speak', async () => figure(await scraped(), 'lienthong_stashed_messages') === 0);
  });

  it('answers a scrape while the database hangs', async () => {
    service = await startTestService(member, SETTINGS);
    await ready();
    await withClient(service.database.migratorUrl, async (client) => {
      await client.query('begin; lock table outbox in access exclusive mode');
      // at first it may be answered with what was counted before
      await until(
        'the gauges to keep quiet',
        async () => figure(await scraped(), 'lienthong_outbox_rows') === undefined,
      );
      const stillAsked = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
        and query like '%oldestGapSeconds%'`;
      expect(await withClient(service.database.appUrl, (own) => own.query(stillAsked))).toMatchObject({ rowCount: 1 });
      await client.query('rollback');
    });
    await until('the gauges to speak', async () => figure(await scraped(), 'lienthong_outbox_rows', 'unsent') === 0);
  });

  it('counts parked messages by cause, what waits behind them, and gaps', async () => {
    service = await startTestService(member, SETTINGS);
    await ready();
    await withClient(service.database.migratorUrl, async (client) => {
      await client.query(`
        insert into stream_in (key, epoch, last_in, blocked_by) values ('document:a', 1, 1, 'x'), ('document:b', 1, 1, null);
        insert into parked (sender, id, stream, epoch, seq, holds_stream, cause, detail, text_vi, text_en, arrived_as,
                            headers, parked_at, last_attempt_at)
          values ('tax', 'x', 'document:a', 1, 1, true, 'messaging.NO_HANDLER', 'd', 'd', 'd', '', '{}', now(), now());
        insert into stash (stream, epoch, seq, sender, id, headers, stashed_at)
          select s, 1, n, 'tax', gen_random_uuid(), '{}', now() - interval '1 minute'
          from unnest(array['document:a', 'document:b']) s, generate_series(3, 4) n`);
    });
    const messaging = service.running.app.get(MemberMessaging);
    await until('the counts', async () => (await messaging.depths.current())?.stashed === 4);
    const figures = await scraped();
    expect(figure(figures, 'lienthong_parked_messages', 'cause="messaging.NO_HANDLER"')).toBe(1);
    expect(figure(figures, 'lienthong_blocked_streams')).toBe(1);
    expect(figure(figures, 'lienthong_gaps')).toBe(1);
    expect(figure(figures, 'lienthong_gap_oldest_seconds')).toBeGreaterThan(50);
    expect(await status()).toBe(200);
  });
});
