import { Controller } from '@nestjs/common';
import { actOf, BenefitsStopRequestedV1, received } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { policiesOf } from '@lienthong/service-host';
import { workingOffice } from '../act';
import { HealthCardRow } from '../cards/health-card.entity';
import { InsuredPersonRow } from '../insured/insured-person.entity';
import { BenefitsStopRow } from './benefits-stop.entity';
import { StopBenefits } from './stop-benefits';

/** The benefits branch of a death chain. A request that is known changes nothing. */
@Controller()
export class BenefitsStopRequestedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly benefits: StopBenefits,
    private readonly clock: Clock,
  ) {}

  @Handles(BenefitsStopRequestedV1, {
    loads: [
      [BenefitsStopRow, (body) => body.dossierCode],
      [HealthCardRow, (body) => body.death.deceased.personalIdentificationNumber],
      [InsuredPersonRow, (body) => body.death.deceased.personalIdentificationNumber],
    ],
    reads: [policiesOf('stop-benefits')],
  })
  async handle(message: Received<BenefitsStopRequestedV1>): Promise<void> {
    const { body, id: messageId, senderOffice: askedBy } = message;
    if (await this.unitOfWork.find(BenefitsStopRow, body.dossierCode)) return;
    const act = actOf(message, this.clock.now());
    const reception = { office: workingOffice(message.office, act.at), askedBy, messageId };
    const request: BenefitsStopRow = { ...received(body, reception, act), death: body.death };
    this.unitOfWork.save(BenefitsStopRow, request);
    await this.benefits.ifAutomatic(request, act);
  }
}
