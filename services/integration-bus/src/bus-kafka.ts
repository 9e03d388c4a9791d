import { Injectable } from '@nestjs/common';
import { createKafka, nestLog, replaceRecordEncoder } from '@lienthong/messaging';
import { BUS_MEMBER } from './bus-address';
import { IntegrationBusConfig } from './integration-bus.config';

/** The bus's Kafka client. */
@Injectable()
export class BusKafka {
  readonly client: ReturnType<typeof createKafka>;

  constructor(config: IntegrationBusConfig) {
    replaceRecordEncoder();
    this.client = createKafka({
      brokers: config.kafkaBrokers,
      credentials: config.kafkaCredentials,
      clientId: BUS_MEMBER,
      logger: nestLog('kafka'),
    });
  }
}
