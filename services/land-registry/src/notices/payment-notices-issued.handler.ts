import { Controller } from '@nestjs/common';
import { PaymentNoticesIssuedV1, PaymentNoticesIssuedV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { actOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { hasEnded, requireSlip } from '../dossiers/land-dossier.rules';
import { TakeNotices } from './take-notices';

/** M20: keeps the notices and tells the one-stop desk (M51); what crossed a withdrawal tells nobody anything. */
@Controller()
export class PaymentNoticesIssuedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly takeNotices: TakeNotices,
    private readonly clock: Clock,
  ) {}

  @Handles([PaymentNoticesIssuedV1, PaymentNoticesIssuedV2], {
    loads: [[LandDossierEntity, (body) => body.dossierCode]],
  })
  async handle(message: Received<PaymentNoticesIssuedV1>): Promise<void> {
    const { dossierCode, slipId, notices } = message.body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireSlip(dossier, slipId, message.senderOffice);
    if (hasEnded(dossier)) return;
    this.takeNotices.run(dossier, notices, actOf(message, this.clock.now()), slipId);
  }
}
