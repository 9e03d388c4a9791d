import { Injectable, Logger } from '@nestjs/common';
import type { MessageDefinition, Signer } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { createProducer, DependableProducer, ProtocolWriter, topicNames } from '@lienthong/messaging';
import { BUS_ADDRESS, BUS_MEMBER, protocolAddressOf } from './bus-address';
import { BusKafka } from './bus-kafka';
import { BusSigner } from './bus-signer';
import { IntegrationBusConfig } from './integration-bus.config';
import { CurrentRegistry } from './members/current-registry';

/** A protocol message to one member. */
export interface Letter<B> {
  readonly member: string;
  readonly definition: MessageDefinition<B>;
  readonly body: B;
}

/** What the bus asks or tells members by itself, beside the answers to their messages; who sends repeats what matters. */
@Injectable()
export class ProtocolPost {
  private readonly logger = new Logger(ProtocolPost.name);
  private readonly producer: DependableProducer;

  constructor(
    private readonly clock: Clock,
    private readonly registry: CurrentRegistry,
    kafka: BusKafka,
    private readonly signer: BusSigner,
    private readonly config: IntegrationBusConfig,
  ) {
    this.producer = new DependableProducer(() => createProducer(kafka.client));
  }

  /** Those that read their topics. */
  get members(): readonly string[] {
    return this.registry.kafkaMembers.filter((member) => member !== BUS_MEMBER);
  }

  /** Each for itself: a topic that is away holds nobody else. Returns the members that were not reached. */
  async send<B>(letters: readonly Letter<B>[]): Promise<readonly string[]> {
    const missed: string[] = [];
    for (const letter of letters) {
      try {
        await this.producer.send([this.recordOf(letter)]);
      } catch (error) {
        missed.push(letter.member);
        this.logger.warn({ member: letter.member, error: String(error), msg: 'a member was not reached' });
      }
    }
    return missed;
  }

  stop(): Promise<void> {
    return this.producer.disconnect();
  }

  private recordOf<B>({ member, definition, body }: Letter<B>): ReturnType<ProtocolWriter['records']> {
    const writer = new ProtocolWriter({
      clock: this.clock,
      signer: (): Signer => this.signer.current,
      from: BUS_ADDRESS,
      to: [protocolAddressOf(member)],
      topic: topicNames(this.config.topicPrefix).in(member),
    });
    return writer.records(definition, [body]);
  }
}
