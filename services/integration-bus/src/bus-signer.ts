import { Injectable } from '@nestjs/common';
import type { Signer } from '@lienthong/envelope';
import { memberSigner } from '@lienthong/service-host';
import { BUS_MEMBER } from './bus-address';
import { IntegrationBusConfig } from './integration-bus.config';

/** The bus's own key: it signs answers and checkpoints. */
@Injectable()
export class BusSigner {
  readonly current: Signer;

  constructor(config: IntegrationBusConfig) {
    this.current = memberSigner(config.home, BUS_MEMBER);
  }
}
