import { Controller } from '@nestjs/common';
import { TransferSlipReceivedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { actOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { hasEnded, isSlipReceived, requireSlip } from '../dossiers/land-dossier.rules';
import { slipArrived } from '../dossiers/tax-clock.rules';
import { SentSlip } from './sent-slip.entity';
import { isOvertaken } from './slip-answers.rules';

/** M11: the tax office has the slip; the land office's clock stands from here. */
@Controller()
export class TransferSlipReceivedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles(TransferSlipReceivedV1, {
    loads: [
      [LandDossierEntity, (body) => body.dossierCode],
      [SentSlip, (body) => body.slipId],
    ],
  })
  async handle(message: Received<TransferSlipReceivedV1>): Promise<void> {
    const { dossierCode, slipId } = message.body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireSlip(dossier, slipId, message.senderOffice);
    const act = actOf(message, this.clock.now());
    const sent = await this.unitOfWork.find(SentSlip, slipId);
    if (sent && isOvertaken(dossier, sent)) return this.unitOfWork.save(SentSlip, { ...sent, answeredAt: act.at });
    if (sent?.state === 'sent') this.unitOfWork.save(SentSlip, { ...sent, state: 'received', answeredAt: act.at });
    if (hasEnded(dossier) || isSlipReceived(dossier)) return;
    this.unitOfWork.save(LandDossierEntity, slipArrived(dossier, message.body.receivedAt, act));
  }
}
