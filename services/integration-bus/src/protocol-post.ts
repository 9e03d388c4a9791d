import { Injectable, Logger } from '@nestjs/common';
import type { MessageDefinition } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { createProducer, DependableProducer, isBrokerAway, ProtocolWriter, topicNames } from '@lienthong/messaging';
import type { BackgroundPart, ProbeResult } from '@lienthong/service-host';
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

/**
 * What the bus asks or tells members by itself, beside the answers to their messages; who sends repeats what matters. One
 * letter at a time: a failed send costs the producer, and with it what else would be on its way.
 */
@Injectable()
export class ProtocolPost implements BackgroundPart {
  readonly name = 'protocol-post';
  private readonly logger = new Logger(ProtocolPost.name);
  private readonly producer: DependableProducer;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly registry: CurrentRegistry,
    private readonly clock: Clock,
    private readonly signer: BusSigner,
    private readonly config: IntegrationBusConfig,
    kafka: BusKafka,
  ) {
    this.producer = new DependableProducer(() => createProducer(kafka.client));
  }

  /** Those that read their topics. */
  get members(): readonly string[] {
    return this.registry.kafkaMembers.filter((member) => member !== BUS_MEMBER);
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  /** Its producer connects with the first letter. */
  health(): ProbeResult {
    return { ready: true };
  }

  /**
   * Each for itself: a topic that is away holds nobody else; without the broker nobody else is tried. Returns the members
   * that were not reached.
   */
  async send<B>(letters: readonly Letter<B>[]): Promise<readonly string[]> {
    const missed: string[] = [];
    for (const [i, letter] of letters.entries()) {
      const { member } = letter;
      try {
        await this.inTurn(() => this.producer.send([this.recordOf(letter)]));
      } catch (error) {
        this.logger.warn({ member, error: String(error), msg: 'a member was not reached' });
        if (isBrokerAway(error)) return [...missed, ...letters.slice(i).map((left) => left.member)];
        missed.push(member);
      }
    }
    return missed;
  }

  async stop(): Promise<void> {
    await this.last;
    await this.producer.disconnect();
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private recordOf<B>({ member, definition, body }: Letter<B>): ReturnType<ProtocolWriter['records']> {
    const writer = new ProtocolWriter({
      clock: this.clock,
      signer: () => this.signer.current,
      from: BUS_ADDRESS,
      to: [protocolAddressOf(member)],
      topic: topicNames(this.config.topicPrefix).in(member),
    });
    return writer.records(definition, [body]);
  }
}
