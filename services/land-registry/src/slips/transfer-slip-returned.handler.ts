import { Controller } from '@nestjs/common';
import { TransferSlipReturnedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { actOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { hasEnded, requireSlip, slipReturned } from '../dossiers/land-dossier.rules';
import { TellReturnedSlip } from '../desk-letters/tell-returned-slip';

/** M11/F3: the slip came back with its faults; correcting it is an officer's task on the work list. */
@Controller()
export class TransferSlipReturnedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tellReturnedSlip: TellReturnedSlip,
    private readonly clock: Clock,
  ) {}

  @Handles(TransferSlipReturnedV1, { loads: [[LandDossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<TransferSlipReturnedV1>): Promise<void> {
    const { dossierCode, slipId, faults } = message.body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireSlip(dossier, slipId, message.senderOffice);
    if (hasEnded(dossier)) return;
    const returned = slipReturned(dossier, faults, actOf(message, this.clock.now()));
    this.unitOfWork.save(LandDossierEntity, returned);
    this.tellReturnedSlip.run(dossier, message.body);
  }
}
