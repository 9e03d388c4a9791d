import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { Kafka, logLevel } from 'kafkajs';
import { Client } from 'pg';
import { eventually, testInfrastructure } from '@lienthong/testing';
import { type Infrastructure, startInfrastructure } from './infrastructure';
import { readLocalInfraConfig } from './local-infra.config';

/** Number and command line of the processes whose command line has this text; a dead one that waits for its parent has none. */
function processesWith(text: string): string[] {
  const table = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' });
  const lines = table.split('\n').map((line) => line.trim());
  return lines.filter((line) => line.includes(text) && !line.includes('<defunct>'));
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

describe('a crash of the embedded infrastructure', () => {
  const log: string[] = [];
  let infra: Infrastructure;
  let ports: number[];
  let folder: string;
  beforeAll(async () => {
    const config = { ...readLocalInfraConfig({}), mode: 'embedded' as const };
    infra = await startInfrastructure({ log: (text) => void log.push(text), config });
    ports = [Number(new URL(infra.postgres.adminUrl).port), Number(infra.kafka.brokers.split(':')[1])];
    const [postmaster] = processesWith(`port=${ports[0]}`);
    folder = /-D (\S+)\/postgres/.exec(postmaster ?? '')?.[1] ?? '';
  });
  afterAll(() => infra?.stop());

  it('keeps every committed row, ends every connection, and is answered on the same port', async () => {
    const before = new Client({ connectionString: infra.postgres.adminUrl });
    let lost = 0;
    before.on('error', () => (lost += 1));
    await before.connect();
    await before.query('create table kept (n integer)');
    await before.query('insert into kept select generate_series(1, 1000)');
    await before.query('begin');
    await before.query('insert into kept values (-1)');
    const { rows: pids } = await before.query<{ pid: number }>(
      'select pid from pg_stat_activity union select pg_backend_pid() order by 1',
    );
    expect(pids.length).toBeGreaterThan(3);

    await infra.crash('postgres');

    await eventually(() => lost > 0, { describe: 'the old connection is lost' });
    const backends = pids.map(({ pid }) => String(pid));
    expect(processesWith('postgres: ').filter((line) => backends.includes(line.split(/\s+/)[0] ?? ''))).toEqual([]);
    const after = new Client({ connectionString: infra.postgres.adminUrl });
    await after.connect();
    const { rows } = await after.query('select count(*)::int as n, min(n) as first from kept');
    expect(rows).toEqual([{ n: 1000, first: 1 }]);
    await after.end();
  });

  it('keeps every record that all in-sync replicas have acknowledged, with its offset', async () => {
    const client = new Kafka({ brokers: infra.kafka.brokers.split(','), logLevel: logLevel.NOTHING });
    const admin = client.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 1 }], waitForLeaders: true });
    const produce = async (values: readonly string[]): Promise<void> => {
      const producer = client.producer({ idempotent: true });
      await producer.connect();
      await producer.send({ topic: 'kept', acks: -1, messages: values.map((value) => ({ value })) });
      await producer.disconnect();
    };
    await produce(Array.from({ length: 500 }, (_, i) => `${i}`));

    await infra.crash('kafka');

    await produce(['after']);
    const [end] = await admin.fetchTopicOffsets('kept');
    expect(end).toMatchObject({ low: '0', high: '501' });
    await admin.disconnect();
  });

  it('stays away as long as it is told to', async () => {
    const crashing = infra.crash('postgres', { downMs: 700 });
    await eventually(async () => !(await isOpen(ports[0] as number)), { describe: 'the port is closed' });
    const closedAt = performance.now();
    await crashing;
    expect(performance.now() - closedAt).toBeGreaterThan(600);
    expect(await isOpen(ports[0] as number)).toBe(true);
  });

  it('is told nobody as a loss', () => {
    expect(log.filter((text) => text.includes('ended with'))).toEqual([]);
  });

  it('is refused for servers that this run has not started', async () => {
    const { postgres, kafka } = testInfrastructure();
    const config = { ...readLocalInfraConfig({}), postgresUrl: postgres, kafkaBrokers: kafka };
    const given = await startInfrastructure({ log: () => undefined, config });
    await expect(given.crash('postgres')).rejects.toThrow(
      'only an embedded postgres can be crashed; this one is of source environment',
    );
    await expect(given.crash('kafka')).rejects.toThrow(/only an embedded kafka/);
    await given.stop();
  });

  it('leaves no process and no folder behind when the run ends, also in the middle of a crash', async () => {
    expect(processesWith(folder).length).toBeGreaterThanOrEqual(2);
    const crashing = infra.crash('kafka').catch((error: Error) => error.message);
    await infra.stop();
    expect(await crashing).toMatch(/the guard process ended|the run is being stopped|ended with/);
    expect(processesWith(folder)).toEqual([]);
    expect(existsSync(folder)).toBe(false);
    expect(await Promise.all(ports.map(isOpen))).toEqual([false, false]);
  });
});
