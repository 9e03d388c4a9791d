import { Controller } from '@nestjs/common';
import { ProcessingExtendedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { requireLandOffice } from '../dossiers/dossier.rules';
import { processingExtended } from '../dossiers/extended-time.rules';

/** The land office takes the longer time of the procedure: the citizen gets another appointment (O §1.5). */
@Controller()
export class ProcessingExtendedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles(ProcessingExtendedV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<ProcessingExtendedV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    requireLandOffice(dossier, message.senderOffice);
    this.dossiers.save(processingExtended(dossier, message.body, actOf(message, this.clock.now())));
  }
}
