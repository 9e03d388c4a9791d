import { Controller } from '@nestjs/common';
import { ResultHandedOverV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { actOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { requireDesk } from '../dossiers/land-dossier.rules';
import { advance } from '../dossiers/land-procedure.rules';

/** M52: the citizen has the result; the land office closes its file. */
@Controller()
export class ResultHandedOverHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles(ResultHandedOverV1, { loads: [[LandDossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<ResultHandedOverV1>): Promise<void> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, message.body.dossierCode);
    requireDesk(dossier, message.senderOffice);
    this.unitOfWork.save(LandDossierEntity, advance(dossier, ResultHandedOverV1, actOf(message, this.clock.now())));
  }
}
