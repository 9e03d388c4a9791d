import { Controller } from '@nestjs/common';
import { DeathRegisteredV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { deathRegistered, requireChainOffice } from '../civil/chain.rules';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';

/** The pivot of the death chain, told to the citizen. */
@Controller()
export class DeathRegisteredHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles(DeathRegisteredV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<DeathRegisteredV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    const act = actOf(message, this.clock.now());
    requireChainOffice(dossier, message.senderOffice, act);
    this.dossiers.save(deathRegistered(dossier, message.body, act));
  }
}
