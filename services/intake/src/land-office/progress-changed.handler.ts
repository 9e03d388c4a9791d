import { Controller } from '@nestjs/common';
import { ProgressChangedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { progressed, requireLandOffice } from '../dossiers/dossier.rules';

/** M03: a step at the land office, noted for the desk; the national state stays what it is. */
@Controller()
export class ProgressChangedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles(ProgressChangedV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<ProgressChangedV1>): Promise<void> {
    const dossier = await this.dossiers.get(message.body.dossierCode);
    requireLandOffice(dossier, message.senderOffice);
    this.dossiers.save(progressed(dossier, message.body, actOf(message, this.clock.now())));
  }
}
