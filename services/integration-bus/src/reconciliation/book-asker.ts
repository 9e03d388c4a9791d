import { Injectable } from '@nestjs/common';
import { type BookSide, BookWantedV1, messageOf, type Signer } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { createProducer, DependableProducer, ProtocolWriter, topicNames } from '@lienthong/messaging';
import { BUS_ADDRESS, protocolAddressOf } from '../bus-address';
import { BusKafka } from '../bus-kafka';
import { BusSigner } from '../bus-signer';
import { IntegrationBusConfig } from '../integration-bus.config';

export interface BookWanted {
  readonly member: string;
  readonly side: BookSide;
  readonly run: string;
  readonly from: Date;
  readonly to: Date;
  /** Place after which the book is wanted; empty for its beginning. */
  readonly after: string;
}

/** Asks members for their books, by protocol messages on their topics. */
@Injectable()
export class BookAsker {
  private readonly producer: DependableProducer;

  constructor(
    private readonly clock: Clock,
    kafka: BusKafka,
    private readonly signer: BusSigner,
    private readonly config: IntegrationBusConfig,
  ) {
    this.producer = new DependableProducer(() => createProducer(kafka.client));
  }

  /** @throws when the broker is away: they are asked again */
  async ask(wanted: readonly BookWanted[]): Promise<void> {
    if (wanted.length === 0) return;
    await this.producer.send(wanted.map((one) => this.recordOf(one)));
  }

  stop(): Promise<void> {
    return this.producer.disconnect();
  }

  private recordOf({ member, run, side, from, to, after }: BookWanted): ReturnType<ProtocolWriter['records']> {
    const writer = new ProtocolWriter({
      clock: this.clock,
      signer: (): Signer => this.signer.current,
      from: BUS_ADDRESS,
      to: [protocolAddressOf(member)],
      topic: topicNames(this.config.topicPrefix).in(member),
    });
    const body: BookWantedV1 = {
      ...{ run, side, from: instantText(from), to: instantText(to) },
      ...(after === '' ? {} : { after }),
    };
    return writer.records(messageOf(BookWantedV1), [body]);
  }
}
