import { Controller } from '@nestjs/common';
import { actOf, FuneralSupportRequestedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { policiesOf } from '@lienthong/service-host';
import { workingOffice } from '../act';
import { ClaimRow } from './claim.entity';
import { receive } from './claim.rules';
import { FuneralSupportRow } from './funeral-support.entity';
import { supportKeys } from './held-support';
import { ProcessClaim } from './process-claim';

/** The funeral branch of a death chain. A claim that is known changes nothing. */
@Controller()
export class FuneralSupportRequestedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly process: ProcessClaim,
    private readonly clock: Clock,
  ) {}

  @Handles(FuneralSupportRequestedV1, {
    loads: [
      [ClaimRow, (body) => body.dossierCode],
      [FuneralSupportRow, (body) => supportKeys(body.death)],
    ],
    reads: [policiesOf('assess', 'decide')],
  })
  async handle(message: Received<FuneralSupportRequestedV1>): Promise<void> {
    const { body, id: messageId, senderOffice: askedBy } = message;
    if (await this.unitOfWork.find(ClaimRow, body.dossierCode)) return;
    const act = actOf(message, this.clock.now());
    const claim = receive(body, { office: workingOffice(message.office, act.at), askedBy, messageId }, act);
    this.unitOfWork.save(ClaimRow, claim);
    await this.process.assessIfAutomatic(claim, act);
  }
}
