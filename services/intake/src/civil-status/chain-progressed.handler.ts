import { Controller } from '@nestjs/common';
import { ChainProgressedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { chainProgressed, requireChainOffice } from '../civil/chain.rules';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';

/** How the chain stands: the parent state, and every sub-dossier with its own. */
@Controller()
export class ChainProgressedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles(ChainProgressedV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<ChainProgressedV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    const act = actOf(message, this.clock.now());
    requireChainOffice(dossier, message.senderOffice, act);
    this.dossiers.save(chainProgressed(dossier, message.body, act));
  }
}
