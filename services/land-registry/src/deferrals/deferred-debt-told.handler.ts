import { Controller } from '@nestjs/common';
import { DeferredDebtToldV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { requireTaxOffice } from '../dossiers/land-dossier.rules';
import { DeferredDebtEntity } from './deferred-debt.entity';
import { debtNow } from './deferred-debt.rules';

/** The debt of a certificate is paid, or open again: its note may be removed only once nothing is left (F19, L10). */
@Controller()
export class DeferredDebtToldHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Handles(DeferredDebtToldV1, {
    loads: [
      [LandDossierEntity, (body) => body.dossierCode],
      [DeferredDebtEntity, (body) => body.dossierCode],
    ],
  })
  async handle({ id: messageId, senderOffice, body }: Received<DeferredDebtToldV1>): Promise<void> {
    const { dossierCode, open, settled, toldOn } = body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireTaxOffice(dossier, senderOffice);
    const before = await this.unitOfWork.find(DeferredDebtEntity, dossierCode);
    this.unitOfWork.save(DeferredDebtEntity, { ...before, dossierCode, open, settled, toldOn, messageId });
    const known = debtNow(dossier, open);
    if (known !== dossier) this.unitOfWork.save(LandDossierEntity, known);
  }
}
