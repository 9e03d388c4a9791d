import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { TimerBook } from '@lienthong/service-host';
import type { CivilChain } from '../chains/civil-chain.state';
import { BusGateway } from './bus.gateway';
import { CivilStatusGateway, type RegisteredAct } from './civil-status-gateway';

/** Timers of what has to be told to the interlinked software. */
export const FIELD_TIMER = 'field-status';

/** Our bus, and beside it the national interlinked software, which is told each state once the change is committed. */
@Injectable()
export class FieldGateway extends CivilStatusGateway {
  constructor(
    private readonly bus: BusGateway,
    private readonly timers: TimerBook,
    private readonly clock: Clock,
  ) {
    super();
  }

  async progressed(chain: CivilChain, at: Date): Promise<void> {
    await this.bus.progressed(chain, at);
    await this.timers.set(FIELD_TIMER, chain.dossierCode, this.clock.now());
  }

  registered(chain: CivilChain, act: RegisteredAct): Promise<void> {
    return this.bus.registered(chain, act);
  }

  concluded(chain: CivilChain, at: Date): Promise<void> {
    return this.bus.concluded(chain, at);
  }
}
