import { Controller } from '@nestjs/common';
import { BirthRegisteredV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { birthRegistered, requireChainOffice } from '../civil/chain.rules';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';

/** The pivot of the birth chain, told to the citizen. */
@Controller()
export class BirthRegisteredHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles(BirthRegisteredV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<BirthRegisteredV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    const act = actOf(message, this.clock.now());
    requireChainOffice(dossier, message.senderOffice, act);
    this.dossiers.save(birthRegistered(dossier, message.body, act));
  }
}
