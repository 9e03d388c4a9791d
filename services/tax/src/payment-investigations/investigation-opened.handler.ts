import { PaymentInvestigationOpenedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { PaymentInvestigation } from './payment-investigation.entity';

/** M46: the treasury found that a payment does not agree; an officer has two working days for C1-07 (T25). */
@Controller()
export class InvestigationOpenedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Handles(PaymentInvestigationOpenedV1, { loads: [[PaymentInvestigation, (opened) => opened.investigationId]] })
  async handle({ id: causeId, office, senderOffice, body }: Received<PaymentInvestigationOpenedV1>): Promise<void> {
    const { investigationId: id, reference, openedOn, faults, requestBy, answerBy } = body;
    if (await this.unitOfWork.find(PaymentInvestigation, id)) return;
    const dates = { openedOn, requestBy, answerBy };
    const where = { reference, office, treasuryOffice: senderOffice, openedBy: 'treasury' as const };
    this.unitOfWork.save(PaymentInvestigation, { id, ...where, ...dates, faults, state: 'open', causeId });
  }
}
