import { isDeepStrictEqual } from 'node:util';
import { Injectable, Logger } from '@nestjs/common';
import {
  type ConsumerState,
  ensureTopics,
  GatheringConsumer,
  nestLog,
  type Pace,
  type PartitionLag,
  topicNames,
} from '@lienthong/messaging';
import { type BackgroundPart, consumerProbe, type ProbeResult } from '@lienthong/service-host';
import { BUS_MEMBER } from '../bus-address';
import { BusKafka } from '../bus-kafka';
import { IntegrationBusConfig } from '../integration-bus.config';
import { CurrentRegistry } from '../members/current-registry';
import { MemberQuotas } from '../quotas/member-quotas';
import { Exchange } from './exchange';

/** Reads the `.out` topics of the members that take part now; members that join, leave or are suspended change that at once. */
@Injectable()
export class ExchangeConsumer implements BackgroundPart {
  readonly name = 'exchange';
  private readonly logger = new Logger(ExchangeConsumer.name);
  private consumer?: GatheringConsumer;
  private senders: readonly string[] = [];
  private changing: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly exchange: Exchange,
    private readonly kafka: BusKafka,
    private readonly registry: CurrentRegistry,
    private readonly config: IntegrationBusConfig,
    private readonly quotas: MemberQuotas,
  ) {}

  /** Joining waits for the broker as long as it takes; readiness says so meanwhile. */
  start(): Promise<void> {
    this.registry.onChange(() => this.follow());
    this.read(this.sendersNow());
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.changing;
    await this.consumer?.stop();
  }

  private sendersNow(): readonly string[] {
    return this.registry.kafkaSenders.filter((member) => member !== BUS_MEMBER).sort();
  }

  private follow(): void {
    this.changing = this.changing
      .then(() => this.change())
      .catch((error: unknown) => this.logger.error({ error: String(error), msg: 'the topics read were not changed' }));
  }

  /** A group is joined for a list of topics: with another list it is left, its offsets committed, and joined again. */
  private async change(): Promise<void> {
    const wanted = this.sendersNow();
    if (this.stopped || isDeepStrictEqual(wanted, this.senders)) return;
    await this.consumer?.stop();
    if (!this.stopped) this.read(wanted);
  }

  private read(senders: readonly string[]): void {
    this.senders = senders;
    const { topicPrefix, topicPartitions: partitions, maxBatch, sessionTimeoutMs } = this.config;
    const names = topicNames(topicPrefix);
    const topics = senders.map((member) => names.out(member));
    const inboxes = this.registry.kafkaMembers
      .filter((member) => member !== BUS_MEMBER)
      .map((member) => names.in(member));
    const consumer = new GatheringConsumer({
      kafka: this.kafka.client,
      groupId: `${topicPrefix}${BUS_MEMBER}`,
      topics,
      prepare: () => ensureTopics(this.kafka.client, [...topics, ...inboxes], { partitions }),
      maxBatch,
      sessionTimeoutMs,
      process: (records, attempt, signal) => this.exchange.process(records, attempt, signal),
      pace: this.paceOf(new Map(senders.map((member) => [names.out(member), member]))),
      logger: nestLog('exchange'),
    });
    this.consumer = consumer;
    void consumer.start().catch((error: unknown) => {
      this.logger.error({ error: String(error), msg: 'the exchange could not join its group' });
    });
  }

  /** A member over its quota is slowed; nothing is refused, it waits in its topic. */
  private paceOf(members: ReadonlyMap<string, string>): Pace {
    return {
      room: (topic) => this.quotas.room(members.get(topic) ?? topic),
      taken: (topic, records, bytes) => this.quotas.taken(members.get(topic) ?? topic, records, bytes),
    };
  }

  /** What the consumer waits for, and how far it is behind; `undefined` figures while the broker does not answer. */
  async health(): Promise<ProbeResult> {
    const { fetchAgeLimitMs } = this.config;
    return consumerProbe({ state: this.state(), lag: await this.lag(), fetchAgeLimitMs });
  }

  /** How the consumer fares; `undefined` before the start. */
  state(): ConsumerState | undefined {
    return this.consumer?.state();
  }

  /** What the members wrote and nobody has judged yet, by partition. */
  lag(): Promise<readonly PartitionLag[] | undefined> {
    return this.consumer?.lag() ?? Promise.resolve(undefined);
  }
}
