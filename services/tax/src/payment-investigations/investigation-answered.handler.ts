import { PaymentInvestigationAnsweredV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { PaymentInvestigation } from './payment-investigation.entity';
import { answered } from './payment-investigation.rules';

/** M46: the treasury has corrected its books, or says why not. */
@Controller()
export class InvestigationAnsweredHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Handles(PaymentInvestigationAnsweredV1, { loads: [[PaymentInvestigation, (answer) => answer.investigationId]] })
  async handle({ body }: Received<PaymentInvestigationAnsweredV1>): Promise<void> {
    const known = await this.unitOfWork.get(PaymentInvestigation, body.investigationId);
    this.unitOfWork.save(PaymentInvestigation, answered(known, body));
  }
}
