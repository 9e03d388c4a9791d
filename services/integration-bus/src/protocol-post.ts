import { Injectable, Logger } from '@nestjs/common';
import type { MessageDefinition } from '@lienthong/envelope';
import { createProducer, DependableProducer, type ProtocolWriter } from '@lienthong/messaging';
import { BUS_MEMBER } from './bus-address';
import { BusKafka } from './bus-kafka';
import { CurrentRegistry } from './members/current-registry';
import { ProtocolWriters } from './members/protocol-writers';

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
    private readonly registry: CurrentRegistry,
    private readonly writers: ProtocolWriters,
    kafka: BusKafka,
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
    return this.writers.to(member).records(definition, [body]);
  }
}
