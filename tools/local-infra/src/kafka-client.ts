import { Kafka, logLevel, type RetryOptions } from 'kafkajs';
import type { KafkaAddress } from './guard-protocol';

/** A client of the tools; at a secured broker it is the super user. */
export function kafkaClient(
  { brokers, access }: Pick<KafkaAddress, 'brokers' | 'access'>,
  retry?: RetryOptions,
): Kafka {
  return new Kafka({
    clientId: 'lienthong-tools',
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
    ...(access && { sasl: { mechanism: 'scram-sha-512', ...access.admin } }),
    ...(retry && { retry }),
  });
}
