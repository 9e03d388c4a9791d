import { join, resolve } from 'node:path';
import { repositoryRoot } from '../../local-infra/src';

export interface DemoConfig {
  /** Keys, logs and the description of a kept stack. */
  readonly home: string;
  /** Where the services of a stack that this command did not start answer: `intake=http://…,tax=http://…`. */
  readonly urls: string | undefined;
  readonly kafkaBrokers: string;
  /** The broker of that stack asks who one is. */
  readonly kafkaIsSecured: boolean;
  readonly topicPrefix: string;
  readonly clockOffsetMs: number;
}

/** Development defaults are those of docker-compose.yml. */
export function readDemoConfig(env: NodeJS.ProcessEnv = process.env): DemoConfig {
  return {
    home: resolve(env['LIENTHONG_HOME'] ?? join(repositoryRoot(), '.lienthong')),
    urls: env['LIENTHONG_URLS'],
    kafkaBrokers: env['KAFKA_BROKERS'] ?? '127.0.0.1:9092',
    kafkaIsSecured: env['LIENTHONG_KAFKA'] === 'secured',
    topicPrefix: env['TOPIC_PREFIX'] ?? 'lt.',
    clockOffsetMs: Number(env['CLOCK_OFFSET_MS'] ?? '0'),
  };
}
