import { Injectable } from '@nestjs/common';
import type { Signer } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { signingKey } from '@lienthong/messaging';
import { OwnKeyFiles } from '@lienthong/service-host';
import { BUS_MEMBER } from './bus-address';
import { IntegrationBusConfig } from './integration-bus.config';
import { CurrentRegistry } from './members/current-registry';

/** The bus's own key: it signs answers and checkpoints. A new one is used as soon as it holds, without a restart. */
@Injectable()
export class BusSigner {
  private readonly files: OwnKeyFiles;

  constructor(
    config: IntegrationBusConfig,
    private readonly registry: CurrentRegistry,
    private readonly clock: Clock,
  ) {
    this.files = new OwnKeyFiles(config.home, BUS_MEMBER);
    this.files.current();
  }

  get current(): Signer {
    const own = this.files.current();
    const find = (kid: string): ReturnType<CurrentRegistry['find']> => this.registry.find(kid);
    return signingKey(own, { member: BUS_MEMBER, now: this.clock.now(), find }) ?? (own[0] as Signer);
  }
}
