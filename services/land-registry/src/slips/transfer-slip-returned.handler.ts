import { Controller } from '@nestjs/common';
import { TransferSlipReturnedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks } from '@lienthong/service-host';
import { actOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { hasEnded, requireSlip, slipReturned } from '../dossiers/land-dossier.rules';
import { TellReturnedSlip } from '../desk-letters/tell-returned-slip';
import { SentSlip } from './sent-slip.entity';
import { isOvertaken } from './slip-answers.rules';

/** M11/F3: the slip came back with its faults; correcting it is an officer's task on the work list. */
@Controller()
export class TransferSlipReturnedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tellReturnedSlip: TellReturnedSlip,
    private readonly tasks: DeskTasks,
    private readonly clock: Clock,
  ) {}

  @Handles(TransferSlipReturnedV1, {
    loads: [
      [LandDossierEntity, (body) => body.dossierCode],
      [SentSlip, (body) => body.slipId],
    ],
  })
  async handle(message: Received<TransferSlipReturnedV1>): Promise<void> {
    const { dossierCode, slipId, faults } = message.body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireSlip(dossier, slipId, message.senderOffice);
    const act = actOf(message, this.clock.now());
    const sent = await this.unitOfWork.find(SentSlip, slipId);
    if (sent && isOvertaken(dossier, sent))
      return this.unitOfWork.save(SentSlip, { ...sent, answeredAt: act.at, faults });
    if (hasEnded(dossier)) return;
    if (sent) this.unitOfWork.save(SentSlip, { ...sent, state: 'returned', answeredAt: act.at, faults });
    this.unitOfWork.save(LandDossierEntity, slipReturned(dossier, faults, act));
    this.tellReturnedSlip.run(dossier, message.body);
    // F27: a signature that does not hold is more than a fault of the form, so both offices are alarmed.
    const signature = faults.find(({ rule }) => rule === 'F27');
    if (signature) this.tasks.open({ kind: 'alarm', office: dossier.office, dossierCode, text: signature.text });
  }
}
