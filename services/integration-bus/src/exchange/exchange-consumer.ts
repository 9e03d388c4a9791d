import { Injectable, Logger } from '@nestjs/common';
import { ensureTopics, GatheringConsumer, nestLog, topicNames } from '@lienthong/messaging';
import type { BackgroundPart, ProbeResult } from '@lienthong/service-host';
import { BUS_MEMBER } from '../bus-address';
import { BusKafka } from '../bus-kafka';
import { IntegrationBusConfig } from '../integration-bus.config';
import { CurrentRegistry } from '../members/current-registry';
import { Exchange } from './exchange';

/** Reads the `.out` topics of all members. */
@Injectable()
export class ExchangeConsumer implements BackgroundPart {
  readonly name = 'exchange';
  private readonly logger = new Logger(ExchangeConsumer.name);
  private consumer?: GatheringConsumer;

  constructor(
    private readonly exchange: Exchange,
    private readonly kafka: BusKafka,
    private readonly registry: CurrentRegistry,
    private readonly config: IntegrationBusConfig,
  ) {}

  /** Joining waits for the broker as long as it takes; readiness says so meanwhile. */
  start(): Promise<void> {
    const { topicPrefix, topicPartitions: partitions, maxBatch, sessionTimeoutMs } = this.config;
    const names = topicNames(topicPrefix);
    const senders = this.registry.kafkaMembers.filter((member) => member !== BUS_MEMBER);
    const topics = senders.map((member) => names.out(member));
    const inboxes = senders.map((member) => names.in(member));
    const consumer = new GatheringConsumer({
      kafka: this.kafka.client,
      groupId: `${topicPrefix}${BUS_MEMBER}`,
      topics,
      prepare: () => ensureTopics(this.kafka.client, [...topics, ...inboxes], { partitions }),
      maxBatch,
      sessionTimeoutMs,
      process: (records, attempt) => this.exchange.process(records, attempt),
      logger: nestLog('exchange'),
    });
    this.consumer = consumer;
    void consumer.start().catch((error: unknown) => {
      this.logger.error({ error: String(error), msg: 'the exchange could not join its group' });
    });
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    await this.consumer?.stop();
  }

  health(): ProbeResult {
    const { joined, lastFetchAgeMs } = this.consumer?.health() ?? { joined: false, lastFetchAgeMs: -1 };
    const facts = { joined, lastFetchAgeMs: Math.round(lastFetchAgeMs) };
    if (!joined) return { ready: false, waitingFor: 'the consumer to join its group at KAFKA_BROKERS', facts };
    if (lastFetchAgeMs > this.config.fetchAgeLimitMs) {
      return { ready: false, waitingFor: `a fetch; the last one is ${facts.lastFetchAgeMs} ms old`, facts };
    }
    return { ready: true, facts };
  }
}
