import { Injectable } from '@nestjs/common';
import {
  AcceptedV1,
  type MessageDefinition,
  messageOf,
  type NotHandledMessage,
  NotHandledV1,
  RejectedV1,
  ResendWantedV1,
  type Signer,
} from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { ProtocolWriter, topicNames } from '@lienthong/messaging';
import { BUS_ADDRESS, protocolAddressOf } from '../bus-address';
import { BusSigner } from '../bus-signer';
import { IntegrationBusConfig } from '../integration-bus.config';
import type { Answer } from './answers.rules';
import { bodiesOf } from './protocol-bodies.rules';

/** Protocol messages for one topic. */
export type WrittenRecords = ReturnType<ProtocolWriter['records']>;

/** Answers to a member as signed protocol messages. */
@Injectable()
export class AnswerRecords {
  private readonly writers = new Map<string, ProtocolWriter>();

  constructor(
    private readonly clock: Clock,
    private readonly signer: BusSigner,
    private readonly config: IntegrationBusConfig,
  ) {}

  of(member: string, { accepted, rejected, wanted }: Answer): WrittenRecords[] {
    const write = <B>(definition: MessageDefinition<B>, items: readonly unknown[]): WrittenRecords[] =>
      items.length === 0 ? [] : [this.writerTo(member).records(definition, bodiesOf(items) as B[])];
    return [
      ...write(messageOf(RejectedV1), rejected),
      ...write(messageOf(AcceptedV1), accepted),
      ...write(messageOf(ResendWantedV1), wanted),
    ];
  }

  /** What became of deliveries that were not handled. */
  notHandled(member: string, items: readonly NotHandledMessage[]): WrittenRecords {
    return this.writerTo(member).records(messageOf(NotHandledV1), bodiesOf(items));
  }

  /** Protocol messages of one type as they are. */
  plain<B>(member: string, definition: MessageDefinition<B>, bodies: readonly B[]): WrittenRecords[] {
    return bodies.length === 0 ? [] : [this.writerTo(member).records(definition, bodies)];
  }

  private writerTo(member: string): ProtocolWriter {
    const known = this.writers.get(member);
    if (known) return known;
    const writer = new ProtocolWriter({
      clock: this.clock,
      signer: (): Signer => this.signer.current,
      from: BUS_ADDRESS,
      to: [protocolAddressOf(member)],
      topic: topicNames(this.config.topicPrefix).in(member),
    });
    this.writers.set(member, writer);
    return writer;
  }
}
