import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { KafkaAddress } from './guard-protocol';
import { kafkaVersion } from './kafka-jars';
import { grantRights, keepPassword } from './kafka-rights';
import type { LocalInfraConfig } from './local-infra.config';
import { newPassword } from './secured-kafka';

const run = promisify(execFile);

export interface NewKafkaMember {
  readonly kafka: KafkaAddress;
  readonly topicPrefix: string;
  readonly member: string;
  /** Folder that keeps the password. */
  readonly home: string;
  readonly config: Pick<LocalInfraConfig, 'java' | 'cacheFolder'>;
}

/**
 * Makes a member known to a secured broker that runs: credentials (an existing user gets a new password) and rights. The
 * password lies in `<home>/kafka/<member>.password`. @throws when the broker is open, or refuses
 */
export async function provisionKafkaMember({
  kafka,
  topicPrefix,
  member,
  home,
  config,
}: NewKafkaMember): Promise<void> {
  if (!kafka.access) throw new Error('this broker asks nobody who he is: a member needs no credentials');
  const password = newPassword();
  await setPassword(kafka, member, password, config);
  await grantRights(kafka, topicPrefix, [member]);
  keepPassword(home, member, password);
}

/** By Kafka's own tool, since no client library for Node speaks this request; passwords go by files that only we read. */
async function setPassword(
  { brokers, access }: KafkaAddress,
  member: string,
  password: string,
  { java, cacheFolder }: NewKafkaMember['config'],
): Promise<void> {
  const jars = join(cacheFolder, `kafka-${kafkaVersion()}`);
  if (!existsSync(jars)) throw new Error(`${jars} is missing: it is fetched when the first embedded broker starts`);
  const { username, password: own } = access?.admin ?? { username: '', password: '' };
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-member-'));
  const file = (name: string, lines: readonly string[]): string => {
    writeFileSync(join(folder, name), lines.join('\n'), { mode: 0o600 });
    return join(folder, name);
  };
  const login = `org.apache.kafka.common.security.scram.ScramLoginModule required username="${username}" password="${own}";`;
  const admin = file('admin.properties', [
    'security.protocol=SASL_PLAINTEXT',
    'sasl.mechanism=SCRAM-SHA-512',
    `sasl.jaas.config=${login}`,
  ]);
  const user = file('user.properties', [`SCRAM-SHA-512=iterations=4096,password=${password}`]);
  try {
    await run(java, [
      ...['-Xmx128m', '-XX:TieredStopAtLevel=1', '-cp', join(jars, '*'), 'kafka.admin.ConfigCommand'],
      ...['--bootstrap-server', brokers, '--command-config', admin, '--alter', '--entity-type', 'users'],
      ...['--entity-name', member, '--add-config-file', user],
    ]);
  } catch (error) {
    throw new Error(`the broker did not take ${member}: ${(error as { stderr?: string }).stderr ?? String(error)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
