import { existsSync } from 'node:fs';
import { isAppError } from '@lienthong/kernel';
import { createKafka, type KafkaCredentials, plainCause } from '@lienthong/messaging';
import { keptKafkaAccess, passwordFile } from '../../local-infra/src';
import type { CliConfig } from './cli.config';
import { findStack } from './stack-file';
import { CommandFailed, UsageError } from './terminal';

const ADMINISTRATOR = 'lienthong-admin';
const WHO_MAY =
  'on a secured broker its administrator is needed, members have no right to this: set KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD, ' +
  'or LIENTHONG_KAFKA=secured for the administrator whose password this home keeps';

/** A client for what an operator changes at the broker itself. */
export function brokerOf(config: CliConfig, brokers: string): ReturnType<typeof createKafka> {
  const credentials = credentialsOf(config);
  return createKafka({ brokers: brokers.split(','), clientId: 'lienthong-restore', credentials });
}

/** What the broker refuses, in words and with what to do; everything else as it is. */
export function explainBroker(error: unknown): unknown {
  if (isAppError(error)) return error;
  const { waitsFor, words } = plainCause(error);
  return waitsFor === 'broker' ? new CommandFailed(`the broker: ${words}\n${WHO_MAY}`, { cause: error }) : error;
}

/** Those of KAFKA_SASL_*, else of the secured broker of this home; none at an open one. @throws UsageError when half of them is missing */
export function credentialsOf(config: CliConfig): KafkaCredentials | undefined {
  const { home, kafkaSaslUsername: username, kafkaSaslPassword: password, kafkaTls: tls = false } = config;
  if (username !== undefined && password !== undefined) return { username, password, tls };
  if (username !== undefined || password !== undefined) {
    throw new UsageError('KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD belong together');
  }
  if (!config.kafkaIsSecured && !findStack(config)?.kafkaIsSecured) return undefined;
  const file = passwordFile(home, ADMINISTRATOR);
  if (!existsSync(file)) throw new UsageError(`the broker is secured, but ${file} is not there; ${WHO_MAY}`);
  return { ...keptKafkaAccess(home).admin, tls };
}
