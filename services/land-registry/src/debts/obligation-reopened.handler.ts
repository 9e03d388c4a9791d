import { Controller } from '@nestjs/common';
import { ObligationReopenedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { actOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { obligationReopened, requireTaxOffice } from '../dossiers/land-dossier.rules';
import { DebtCases } from './debt-cases';

/** F16: before the certificate is signed nothing is signed any more; after it a debt case is raised, and it stands. */
@Controller()
export class ObligationReopenedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly debts: DebtCases,
    private readonly clock: Clock,
  ) {}

  @Handles(ObligationReopenedV1, { loads: [[LandDossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<ObligationReopenedV1>): Promise<void> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, message.body.dossierCode);
    requireTaxOffice(dossier, message.senderOffice);
    const act = actOf(message, this.clock.now());
    if (dossier.certificate) this.debts.raise(dossier, message.body, act);
    else this.unitOfWork.save(LandDossierEntity, obligationReopened(dossier, message.body, act));
  }
}
