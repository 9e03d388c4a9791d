import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeFiles } from '@lienthong/service-host';
import { keptKafkaAccess, passwordFile, provisionKafkaMember, readLocalInfraConfig } from '../../../local-infra/src';
import type { CliConfig } from '../cli.config';
import { type Terminal, UsageError } from '../terminal';

const MEMBER = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const DEFAULT_PREFIX = 'lt.';

/** Gives a member credentials and rights on the secured broker of the running stack, or of KAFKA_BROKERS. */
export async function kafkaMemberCommand(
  config: CliConfig,
  member: string | undefined,
  terminal: Terminal,
): Promise<void> {
  if (!member || !MEMBER.test(member)) throw new UsageError('kafka-member <code>: lower-case words joined by hyphens');
  const { home } = config;
  const { brokers, topicPrefix } = brokerOf(config);
  const kafka = { brokers, access: keptKafkaAccess(home), version: 'unknown', source: 'environment' } as const;
  await provisionKafkaMember({ kafka, topicPrefix, member, home, config: readLocalInfraConfig() });
  terminal.err(`${member} has rights to ${topicPrefix}${member}.out and .in; its password lies in`);
  terminal.out(passwordFile(home, member));
}

function brokerOf({ home, kafkaBrokers, topicPrefix = DEFAULT_PREFIX }: CliConfig): {
  readonly brokers: string;
  readonly topicPrefix: string;
} {
  if (kafkaBrokers) return { brokers: kafkaBrokers, topicPrefix };
  try {
    return JSON.parse(readFileSync(join(home, homeFiles.stack), 'utf8')) as { brokers: string; topicPrefix: string };
  } catch {
    throw new UsageError(`no stack runs from ${home}: set KAFKA_BROKERS (and TOPIC_PREFIX)`);
  }
}
