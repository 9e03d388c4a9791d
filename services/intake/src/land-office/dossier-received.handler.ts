import { Controller } from '@nestjs/common';
import { DossierReceivedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { landReceived, requireLandOffice } from '../dossiers/dossier.rules';

/** M02: the land office's own receipt number stands beside the dossier code. */
@Controller()
export class DossierReceivedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles(DossierReceivedV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<DossierReceivedV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    requireLandOffice(dossier, message.senderOffice);
    this.dossiers.save(landReceived(dossier, message.body, actOf(message, this.clock.now())));
  }
}
