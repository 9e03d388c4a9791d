import { Controller } from '@nestjs/common';
import { WantedPapersReceivedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { requireLandOffice } from '../dossiers/dossier.rules';
import { papersReceived } from './supplement.rules';

/** The land office has the papers that it wanted. */
@Controller()
export class WantedPapersReceivedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles(WantedPapersReceivedV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<WantedPapersReceivedV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    requireLandOffice(dossier, message.senderOffice);
    this.dossiers.save(papersReceived(dossier, message.body, actOf(message, this.clock.now())));
  }
}
