import { readFileSync } from 'node:fs';
import { eventually, TestHome, testInfrastructure, withClient } from '@lienthong/testing';
import { runCli } from '../../tools/cli/src/cli';
import { readCliConfig } from '../../tools/cli/src/cli.config';
import {
  type Infrastructure,
  kafkaClient,
  newRunId,
  passwordFile,
  prepareStack,
  provisionRun,
  readLocalInfraConfig,
  type Run,
  type Stack,
  startInfrastructure,
} from '../../tools/local-infra/src';

const SERVICES = ['integration-bus', 'intake'] as const;
type Restored = (typeof SERVICES)[number];
const BACK_TO = '2026-01-05T02:00+07:00';
const AN_EPOCH = 'select epoch::int as epoch, reason, told_at is not null as told from outgoing_epoch order by epoch';
const A_RESTORATION = 'select reason, carried_out_at is not null as carried from restoration order by id';

/** The command of docs/runbooks/restored-database.md on a real bus, member, broker and databases. */
describe.each(['open', 'secured'] as const)('lienthong restore, on a broker that is %s', (kafkaSecurity) => {
  let infra: Infrastructure;
  let home: TestHome;
  let run: Run;
  let stack: Stack;
  beforeAll(async () => {
    const { postgres, kafka } = testInfrastructure();
    const given = { postgresUrl: postgres, kafkaBrokers: kafkaSecurity === 'open' ? kafka : undefined };
    const config = { ...readLocalInfraConfig(), ...given, mode: 'embedded', kafkaSecurity } as const;
    infra = await startInfrastructure({ log: () => undefined, config });
    home = await TestHome.create();
    run = await provisionRun({ infra, runId: newRunId(), services: SERVICES, home: home.folder });
    stack = await prepareStack({
      ...{ infra, run, clockOffsetMs: 0, home: home.folder, ports: 'free', services: SERVICES },
    });
    for (const service of stack.services) service.start();
    await stack.ready();
  });
  afterAll(async () => {
    await stack?.stop();
    await run?.drop();
    await infra?.stop();
    home?.remove();
  });

  const restore = async (
    service: Restored,
    who: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly code: number; readonly out: string; readonly err: string }> => {
    const written = { out: '', err: '' };
    const env = {
      ...{ LIENTHONG_HOME: home.folder, MIGRATOR_DATABASE_URL: run.databases.get(service)?.migratorUrl },
      ...{ KAFKA_BROKERS: infra.kafka.brokers, TOPIC_PREFIX: run.topicPrefix, ...who },
    };
    const code = await runCli(
      ['restore', '--service', service, '--since', BACK_TO, '--reason', 'a disk'],
      readCliConfig(env),
      {
        out: (text) => (written.out += text),
        err: (text) => (written.err += text),
      },
    );
    return { code, ...written };
  };
  const administrator = (): Readonly<Record<string, string>> =>
    kafkaSecurity === 'open' ? {} : { LIENTHONG_KAFKA: 'secured' };
  const asUser = (username: string): Readonly<Record<string, string>> => ({
    KAFKA_SASL_USERNAME: username,
    KAFKA_SASL_PASSWORD: readFileSync(passwordFile(home.folder, username), 'utf8'),
  });
  const rows = (service: Restored, sql: string): Promise<object[]> =>
    withClient(run.databases.get(service)?.migratorUrl ?? '', async (client) => (await client.query<object>(sql)).rows);
  const groupOf = async (service: Restored): Promise<string | undefined> => {
    const admin = kafkaClient(infra.kafka).admin();
    await admin.connect();
    try {
      return (await admin.describeGroups([`${run.topicPrefix}${service}`])).groups[0]?.state;
    } finally {
      await admin.disconnect();
    }
  };

  it('refuses while the service runs, and changes nothing', async () => {
    for (const service of SERVICES) {
      expect(await restore(service, administrator())).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining('still runs') as string,
      });
    }
    expect(await rows('intake', AN_EPOCH)).toMatchObject([{ epoch: 1 }]);
    expect(await rows('integration-bus', A_RESTORATION)).toEqual([]);
  });

  if (kafkaSecurity === 'secured') {
    it.each([
      ['nobody', () => ({}), 'closed the connection'],
      ['the member itself', () => asUser('intake'), 'gives no right to the consumer group'],
      ['a wrong password', () => ({ ...asUser('intake'), KAFKA_SASL_PASSWORD: 'guessed' }), 'refuses the credentials'],
    ])('refuses %s, says whom it needs, and changes nothing', async (_who, credentials, why) => {
      await stack.service('intake').stop();
      const { code, out, err } = await restore('intake', credentials());
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(why);
      expect(err).toContain('LIENTHONG_KAFKA=secured');
      expect(await rows('intake', AN_EPOCH)).toMatchObject([{ epoch: 1 }]);
      expect(await groupOf('intake')).toBe('Empty');
    });
  }

  it('lets the member’s numbers begin a new epoch and its topic be read again; the bus is told at its start (F23)', async () => {
    const intake = stack.service('intake');
    await intake.stop();
    expect(await groupOf('intake')).toBe('Empty');
    const { code, out, err } = await restore('intake', administrator());
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^intake: 0 streams go on in epoch [1-9]/);
    expect(await groupOf('intake')).toBe('Dead');
    intake.start();
    await stack.ready();
    await eventually(async () => (await rows('intake', AN_EPOCH)).some((row) => 'told' in row && row.told), {
      timeoutMs: 60_000,
      describe: async () => JSON.stringify(await rows('intake', AN_EPOCH)),
    });
    expect(await rows('intake', AN_EPOCH)).toMatchObject([{ epoch: 1 }, { reason: 'a disk', told: true }]);
  });

  it('lets the bus number anew at its next start, by an administrator whom the environment names', async () => {
    const bus = stack.service('integration-bus');
    await bus.stop();
    const who = kafkaSecurity === 'open' ? {} : asUser('lienthong-admin');
    const { code, out, err } = await restore('integration-bus', who);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('at its next start all delivery numbers begin a new epoch');
    expect(await groupOf('integration-bus')).toBe('Dead');
    expect(await rows('integration-bus', A_RESTORATION)).toEqual([{ reason: 'a disk', carried: false }]);
    bus.start();
    await stack.ready();
    expect(await rows('integration-bus', A_RESTORATION)).toEqual([{ reason: 'a disk', carried: true }]);
  });
});
