import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKafka, createProducer } from '@lienthong/messaging';
import { eventually, testInfrastructure, testPrefix } from '@lienthong/testing';
import { type Infrastructure, startInfrastructure } from './infrastructure';
import { kafkaClient } from './kafka-client';
import { provisionKafkaMember } from './kafka-member';
import { grantMembers, passwordFile } from './kafka-rights';
import { readLocalInfraConfig } from './local-infra.config';
import { withoutKeys } from './secured-kafka';

const config = readLocalInfraConfig({
  ...process.env,
  LIENTHONG_KAFKA: 'secured',
  LIENTHONG_INFRASTRUCTURE: 'embedded',
});

describe('a secured broker', () => {
  const home = mkdtempSync(join(tmpdir(), 'lienthong-secured-'));
  const prefix = testPrefix();
  const topic = (member: string, end: 'in' | 'out'): string => `${prefix}${member}.${end}`;
  const said: string[] = [];
  let infra: Infrastructure;
  beforeAll(async () => {
    const log = (text: string): void => void said.push(text);
    const given = { postgresUrl: testInfrastructure().postgres, kafkaBrokers: undefined };
    infra = await startInfrastructure({ log, config: { ...config, ...given } });
    await grantMembers(infra.kafka, prefix, home);
    const admin = kafkaClient(infra.kafka).admin();
    await admin.connect();
    const topics = ['tax', 'intake', 'portal'].flatMap((member) => [topic(member, 'in'), topic(member, 'out')]);
    await admin.createTopics({
      waitForLeaders: true,
      topics: topics.map((name) => ({ topic: name, numPartitions: 1 })),
    });
    await admin.disconnect();
  });
  afterAll(async () => {
    await infra?.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const passwordOf = (member: string): string => readFileSync(passwordFile(home, member), 'utf8');
  const clientOf = (member: string, password = passwordOf(member)) =>
    createKafka({ brokers: [infra.kafka.brokers], clientId: member, credentials: { username: member, password } });

  /** `written`, or why not. */
  async function write(member: string, to: string, client = clientOf(member)): Promise<string> {
    const producer = createProducer(client);
    try {
      await producer.connect();
      await producer.send({ topic: to, messages: [{ key: 'k', value: 'from ' + member }] });
      return 'written';
    } catch (error) {
      return causeOf(error);
    } finally {
      await producer.disconnect().catch(() => undefined);
    }
  }

  /** The first value read, or why nothing can be read. */
  async function read(member: string, from: string, groupId = `${prefix}${member}`): Promise<string> {
    const consumer = clientOf(member).consumer({ groupId, retry: { retries: 0 } });
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: [from], fromBeginning: true });
      return await new Promise<string>((resolve, reject) => {
        consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
        const eachMessage = ({ message }: { message: { value: Buffer | null } }): Promise<void> =>
          Promise.resolve(resolve(String(message.value)));
        consumer.run({ eachMessage }).catch(reject);
      });
    } catch (error) {
      return causeOf(error);
    } finally {
      await consumer.disconnect().catch(() => undefined);
    }
  }

  /** Asked again while the broker, which has just begun, does not know the coordinator of the group yet. */
  const reads = (member: string, from: string, text: string): Promise<unknown> => {
    let seen = '';
    const isRead = async (): Promise<boolean> => (seen = await read(member, from)) === text;
    return eventually(isRead, { timeoutMs: 60_000, describe: () => `'${text}' after '${seen}'` });
  };

  it('lets a member write its own .out, which the bus reads, and read its own .in, which the bus writes', async () => {
    expect(await write('tax', topic('tax', 'out'))).toBe('written');
    await reads('integration-bus', topic('tax', 'out'), 'from tax');
    expect(await write('integration-bus', topic('tax', 'in'))).toBe('written');
    await reads('tax', topic('tax', 'in'), 'from integration-bus');
  });

  it.each([
    ['a member', "another member's .out", 'tax', () => topic('intake', 'out')],
    ['a member', 'its own .in', 'tax', () => topic('tax', 'in')],
    ['a member', "another member's .in", 'tax', () => topic('intake', 'in')],
    ['the bus', "a member's .out", 'integration-bus', () => topic('tax', 'out')],
  ])('refuses %s that writes %s', async (_who, _what, member, to) => {
    expect(await write(member, to())).toBe('TOPIC_AUTHORIZATION_FAILED');
  });

  it.each([
    ['a member', "another member's .in", 'tax', () => topic('intake', 'in')],
    ['a member', "another member's .out", 'tax', () => topic('intake', 'out')],
    ['the bus', 'what it delivered', 'integration-bus', () => topic('tax', 'in')],
  ])('refuses %s that reads %s', async (_who, _what, member, from) => {
    expect(await read(member, from())).toBe('TOPIC_AUTHORIZATION_FAILED');
  });

  it('refuses a member in the group of another, whose place it would take', async () => {
    expect(await read('tax', topic('tax', 'in'), `${prefix}intake`)).toMatch(
      /GROUP_AUTHORIZATION_FAILED|GroupCoordinatorNotFound/,
    );
  });

  it('refuses a wrong password, and somebody without one', async () => {
    expect(await write('tax', topic('tax', 'out'), clientOf('tax', 'guessed'))).toBe('KafkaJSSASLAuthenticationError');
    const nobody = createKafka({ brokers: [infra.kafka.brokers], clientId: 'nobody' });
    expect(await write('nobody', topic('tax', 'out'), nobody)).not.toBe('written');
  });

  it('takes a member that comes later, with rights to its own topics only', async () => {
    await provisionKafkaMember({ kafka: infra.kafka, topicPrefix: prefix, member: 'portal', home, config });
    await eventually(async () => (await write('portal', topic('portal', 'out'))) === 'written');
    await reads('integration-bus', topic('portal', 'out'), 'from portal');
    expect(await write('portal', topic('tax', 'out'))).toBe('TOPIC_AUTHORIZATION_FAILED');
  });

  it('tells nobody the keys of its users, which its own tool prints', () => {
    const line = 'Bootstrap metadata: [UserScramCredentialRecord(name=tax, storedKey=[1, 2]), FeatureLevelRecord(a)]';
    expect(withoutKeys(line)).toBe('Bootstrap metadata: [UserScramCredentialRecord(…), FeatureLevelRecord(a)]');
  });

  it('has passwords that only their owner reads, and that nobody was told', () => {
    expect((statSync(passwordFile(home, 'tax')).mode & 0o777).toString(8)).toBe('600');
    for (const member of ['tax', 'integration-bus', 'portal'])
      expect(said.join('\n')).not.toContain(passwordOf(member));
  });
});

function causeOf(error: unknown): string {
  const names: string[] = [];
  for (
    let one = error as { type?: string; name?: string; cause?: unknown } | undefined;
    one;
    one = one.cause as never
  ) {
    names.push(one.type ?? one.name ?? '');
  }
  return names.at(-1) ?? '';
}
