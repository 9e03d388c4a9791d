import { createKafka } from '@lienthong/messaging';
import { loadConfig, type RunningService, startService } from '@lienthong/service-host';
import { eventually, testInfrastructure, withClient } from '@lienthong/testing';
import { ExchangeConsumer } from '../src/exchange/exchange-consumer';
import { IntegrationBusConfig } from '../src/integration-bus.config';
import { integrationBusService } from '../src/integration-bus.service-definition';
import { backUp, dropBackup, goBack } from './backup.mother';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';
import { RestorableMember } from './restorable-member.mother';

/** The steps of docs/runbooks/restored-database.md for the bus: what protects, and what is lost. */
describe('a bus whose database was restored to an earlier state', () => {
  let bus: SpecBus;
  let again: RunningService | undefined;
  let tax: RestorableMember;
  let land: RestorableMember;

  beforeAll(async () => {
    bus = await SpecBus.start();
    [tax, land] = await Promise.all([RestorableMember.start(bus, 'tax'), RestorableMember.start(bus, 'land-registry')]);
  });
  afterAll(async () => {
    await tax.drop();
    await land.drop();
    await again?.stop();
    await dropBackup(bus.database);
    await bus.database.drop();
    bus.home.remove();
  });

  async function startAgain(): Promise<RunningService> {
    const config = loadConfig(IntegrationBusConfig, integrationBusService.member, {
      ...{ PORT: '0', DATABASE_URL: bus.database.appUrl, KAFKA_BROKERS: testInfrastructure().kafka },
      ...{ TOPIC_PREFIX: bus.topicPrefix, LIENTHONG_HOME: bus.home.folder, LOG_LEVEL: 'silent' },
    });
    const running = await startService(integrationBusService, config);
    await running.started;
    return running;
  }
  const saw = (...texts: readonly string[]): Promise<unknown> =>
    eventually(
      async () => {
        const seen = await land.seen();
        const expected = texts.map((text) => `${text} 1×`);
        if (JSON.stringify([...seen].sort()) !== JSON.stringify(expected.sort())) throw new Error(JSON.stringify(seen));
        return true;
      },
      { timeoutMs: 60_000, describe: 'what land has seen' },
    );
  const entries = (): Promise<{ n: string; messages: string }[]> =>
    withClient(bus.database.migratorUrl, async (client) => {
      const sql = `select count(*) as n, count(distinct id) as messages from log_entry where kind = 'accepted'`;
      return (await client.query<{ n: string; messages: string }>(sql)).rows;
    });

  it('accepts again what it has forgotten; recipients handle nothing twice and what is new goes on in order', async () => {
    const [old, fresh] = [dossier(41), dossier(42)];
    await tax.send(old, 'a1');
    await saw('a1');
    await bus.running.stop();
    await backUp(bus.database);
    again = await startAgain();
    await tax.send(old, 'a2');
    await tax.send(fresh, 'b1');
    await saw('a1', 'a2', 'b1');
    await eventually(async () => (await tax.rows('select 1 from outbox where accepted_at is null')).length === 0);
    for (const one of [tax, land, again]) await one.stop();

    await goBack(bus.database);
    const admin = createKafka({ brokers: testInfrastructure().kafka.split(','), clientId: 'restore-spec' }).admin();
    await admin.connect();
    await admin.deleteGroups([`${bus.topicPrefix}integration-bus`]);
    await admin.disconnect();
    expect(await entries()).toEqual([{ n: '1', messages: '1' }]);
    again = await startAgain();
    const consumer = again.app.get(ExchangeConsumer);
    await eventually(async () => (await consumer.lag())?.every(({ lag }) => lag === 0), { timeoutMs: 60_000 });
    expect(await entries()).toEqual([{ n: '3', messages: '3' }]);
    await Promise.all([tax.start(), land.start()]);
    await tax.send(old, 'a3');
    await tax.send(fresh, 'b2');
    await saw('a1', 'a2', 'b1', 'a3', 'b2');
    expect((await land.seen()).filter((text) => text.startsWith('a'))).toEqual(['a1 1×', 'a2 1×', 'a3 1×']);
    expect(await land.rows('select cause from parked')).toEqual([]);
    expect(await land.rows('select stream from stash')).toEqual([]);
  });
});
