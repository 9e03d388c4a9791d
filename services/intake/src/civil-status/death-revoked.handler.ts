import { Controller } from '@nestjs/common';
import { DeathRevokedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { deathRevoked, requireChainOffice } from '../civil/chain.rules';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';

/** The person is alive: the registration that this dossier brought about is cancelled (O §4.6). */
@Controller()
export class DeathRevokedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles(DeathRevokedV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<DeathRevokedV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    const act = actOf(message, this.clock.now());
    requireChainOffice(dossier, message.senderOffice, act);
    this.dossiers.save(deathRevoked(dossier, message.body, act));
  }
}
