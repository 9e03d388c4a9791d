import { Controller } from '@nestjs/common';
import { PaymentNoticesIssuedV1, TaxResultsAvailableV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock, localDate } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { actOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { noticesArrived, requireSlip, taxResults, toIntake } from '../dossiers/land-dossier.rules';

/** M20: keeps the notices by number and tells the one-stop desk what each party has to pay (M51). */
@Controller()
export class PaymentNoticesIssuedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles(PaymentNoticesIssuedV1, { loads: [[LandDossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<PaymentNoticesIssuedV1>): Promise<void> {
    const { dossierCode, slipId, notices } = message.body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireSlip(dossier, slipId, message.senderOffice);
    const act = actOf(message, this.clock.now());
    const noticed = noticesArrived(dossier, notices, act);
    this.unitOfWork.save(LandDossierEntity, noticed);
    const { receiptNumber } = dossier;
    const results = taxResults(notices);
    if (results.length === 0) return;
    this.unitOfWork.send(
      TaxResultsAvailableV1,
      { dossierCode, receiptNumber, arrivedOn: localDate(act.at), results },
      toIntake(noticed),
    );
  }
}
