import { Controller } from '@nestjs/common';
import { SlipCompletionRequestedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { actOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { TellReturnedSlip } from '../desk-letters/tell-returned-slip';
import { completionWanted, hasEnded, requireSlip } from '../dossiers/land-dossier.rules';
import { SentSlip } from './sent-slip.entity';
import { isOvertaken } from './slip-answers.rules';

/** M13: an accepted slip is to be completed or corrected by a day; the officer finds it on the work list (F4). */
@Controller()
export class SlipCompletionRequestedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tellReturnedSlip: TellReturnedSlip,
    private readonly clock: Clock,
  ) {}

  @Handles(SlipCompletionRequestedV1, {
    loads: [
      [LandDossierEntity, (body) => body.dossierCode],
      [SentSlip, (body) => body.slipId],
    ],
  })
  async handle(message: Received<SlipCompletionRequestedV1>): Promise<void> {
    const { dossierCode, slipId, slipNumber, requestedAt, faults, answerBy } = message.body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireSlip(dossier, slipId, message.senderOffice);
    const act = actOf(message, this.clock.now());
    const asked = { answeredAt: act.at, faults, ...(answerBy !== undefined && { answerBy }) };
    const sent = await this.unitOfWork.find(SentSlip, slipId);
    if (sent && isOvertaken(dossier, sent)) return this.unitOfWork.save(SentSlip, { ...sent, ...asked });
    if (hasEnded(dossier)) return;
    if (sent) this.unitOfWork.save(SentSlip, { ...sent, ...asked, state: 'completion-wanted' });
    this.unitOfWork.save(LandDossierEntity, completionWanted(dossier, message.body, act));
    this.tellReturnedSlip.run(dossier, { slipNumber, returnedAt: requestedAt, faults });
  }
}
