import { Controller } from '@nestjs/common';
import { actOf, BranchStoppedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { BenefitsStopRow } from '../benefits/benefits-stop.entity';
import { branchStopped } from '../benefits/benefits-stop.rules';
import { CardRequestRow } from '../cards/card-request.entity';
import { cardRequests } from '../cards/card-request.rules';

/** The registrar stops an open branch, for example because the child has died (O §4.5). */
@Controller()
export class BranchStoppedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles(BranchStoppedV1, {
    loads: [
      [CardRequestRow, (body) => body.dossierCode],
      [BenefitsStopRow, (body) => body.dossierCode],
    ],
  })
  async handle(message: Received<BranchStoppedV1>): Promise<void> {
    const { dossierCode } = message.body;
    const act = actOf(message, this.clock.now());
    const request = await this.unitOfWork.find(CardRequestRow, dossierCode);
    if (request) this.unitOfWork.save(CardRequestRow, cardRequests.stopped(request, act));
    const stop = await this.unitOfWork.find(BenefitsStopRow, dossierCode);
    if (stop) this.unitOfWork.save(BenefitsStopRow, branchStopped(stop, act));
  }
}
