import { Controller } from '@nestjs/common';
import { LandDossierLodgedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { intakeErrors } from '../intake.errors';
import { lodgedAtLandOffice } from './lodged-dossier.rules';

/** M02, second reading: a dossier was born at the land office; the desk follows it from here as any other. */
@Controller()
export class LandDossierLodgedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Handles(LandDossierLodgedV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<LandDossierLodgedV1>): Promise<void> {
    const { body, office } = message;
    const { dossierCode } = body;
    if (await this.dossiers.find(dossierCode)) throw intakeErrors.DOSSIER_ALREADY_KNOWN({ dossierCode });
    this.dossiers.save(
      lodgedAtLandOffice(body, { office, landOffice: message.senderOffice }, actOf(message, this.clock.now())),
    );
  }
}
