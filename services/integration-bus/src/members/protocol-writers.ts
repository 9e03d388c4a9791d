import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { ProtocolWriter, topicNames } from '@lienthong/messaging';
import { BUS_ADDRESS, protocolAddressOf } from '../bus-address';
import { BusSigner } from '../bus-signer';
import { IntegrationBusConfig } from '../integration-bus.config';

/** Makes the bus's protocol messages to one member, for its topic. */
@Injectable()
export class ProtocolWriters {
  constructor(
    private readonly clock: Clock,
    private readonly signer: BusSigner,
    private readonly config: IntegrationBusConfig,
  ) {}

  to(member: string): ProtocolWriter {
    return new ProtocolWriter({
      clock: this.clock,
      signer: () => this.signer.current,
      from: BUS_ADDRESS,
      to: [protocolAddressOf(member)],
      topic: topicNames(this.config.topicPrefix).in(member),
    });
  }
}
