import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createKafka, createProducer, plainCause } from '@lienthong/messaging';
import { eventually } from '@lienthong/testing';
import {
  grantRights,
  kafkaClient,
  keptKafkaAccess,
  passwordFile,
  readLocalInfraConfig,
  serviceNames,
  startInfrastructure,
} from '../../tools/local-infra/src';
import { ComposeBroker } from './support/compose-broker';

const PREFIX = 'lt.';

describe('the secured broker of the compose stack, by its own scripts', () => {
  let broker: ComposeBroker;
  beforeAll(async () => {
    const config = readLocalInfraConfig();
    // it fetches the jars when nobody has yet
    const infra = await startInfrastructure({ log: () => undefined, config: { ...config, mode: 'embedded' } });
    await infra.stop();
    const jars = readdirSync(config.cacheFolder).find((name) => name.startsWith('kafka-'));
    broker = await ComposeBroker.prepare(join(config.cacheFolder, jars ?? 'kafka'));
    await broker.start();
    const kafka = { brokers: broker.address, access: keptKafkaAccess(broker.home) };
    await grantRights({ ...kafka, version: 'unknown', source: 'environment' }, PREFIX, serviceNames);
    const admin = kafkaClient(kafka).admin();
    await admin.connect();
    const topics = ['tax', 'intake', 'portal'].map((member) => ({ topic: `${PREFIX}${member}.out`, numPartitions: 1 }));
    await admin.createTopics({ topics, waitForLeaders: true });
    await admin.disconnect();
  });
  afterAll(() => broker?.remove());

  const passwordOf = (member: string): string => readFileSync(passwordFile(broker.home, member), 'utf8');
  /** `written`, or why not. */
  const write = async (member: string, to: string, password = passwordOf(member)): Promise<string> => {
    const credentials = { username: member, password };
    const producer = createProducer(createKafka({ brokers: [broker.address], clientId: member, credentials }));
    try {
      await producer.connect();
      await producer.send({ topic: `${PREFIX}${to}`, messages: [{ key: 'k', value: 'v' }] });
      return 'written';
    } catch (error) {
      return plainCause(error).words;
    } finally {
      await producer.disconnect().catch(() => undefined);
    }
  };
  const writes = (member: string, to: string): Promise<unknown> =>
    eventually(async () => (await write(member, to)) === 'written', { timeoutMs: 60_000 });

  it('knows every member of the registry by a password of its own, which only its owner reads', async () => {
    const files = readdirSync(join(broker.home, 'kafka')).filter((name) => name.endsWith('.password'));
    expect(files.sort()).toEqual([...serviceNames, 'lienthong-admin'].map((name) => `${name}.password`).sort());
    expect(new Set(files.map((name) => readFileSync(join(broker.home, 'kafka', name), 'utf8'))).size).toBe(
      files.length,
    );
    for (const name of [...files, 'admin.properties', 'server.properties']) {
      expect([name, (statSync(join(broker.home, 'kafka', name)).mode & 0o777).toString(8)]).toEqual([name, '600']);
    }
  });

  it('lets a member write its own topic, and nobody else it; a wrong password does nothing', async () => {
    await writes('tax', 'tax.out');
    expect(await write('tax', 'intake.out')).toContain('gives no right to a topic');
    expect(await write('tax', 'tax.out', 'guessed')).toContain('refuses the credentials');
  });

  it('takes a member that comes later by member.sh, with rights to its own topics only', async () => {
    expect(await broker.member('portal')).toMatch(
      /^portal: its password lies in \.lienthong\/kafka\/portal\.password$/m,
    );
    await writes('portal', 'portal.out');
    expect(await write('portal', 'tax.out')).toContain('gives no right to a topic');
    const password = passwordOf('portal');
    await broker.member('portal');
    expect(passwordOf('portal')).toBe(password);
    await expect(broker.member('Portal; rm -rf /')).rejects.toThrow('is no member code');
  });

  it('starts again on its data: passwords, members that came later and rights are as before', async () => {
    const before = ['tax', 'portal', 'lienthong-admin'].map(passwordOf);
    await broker.stop();
    await broker.start();
    expect(['tax', 'portal', 'lienthong-admin'].map(passwordOf)).toEqual(before);
    await writes('portal', 'portal.out');
    await writes('tax', 'tax.out');
    expect(await write('portal', 'tax.out')).toContain('gives no right to a topic');
  });
});
