import { Clock, localDate } from '@lienthong/kernel';
import { PaymentCorrectionRequestedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { CreditAdviceRow } from '../credit-advices/credit-advice.entity';
import { treasuryErrors } from '../treasury.errors';
import { InvestigationRow } from './investigation.entity';
import { requested, requestOf } from './investigation.rules';
import type { Investigation } from './investigation.state';

/** M46 as C1-07: what the tax office found, for an investigation of ours or one that it opens hereby. */
@Controller()
export class CorrectionRequestedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles(PaymentCorrectionRequestedV1, {
    loads: [
      [CreditAdviceRow, (request) => request.reference],
      [InvestigationRow, (request) => request.investigationId],
    ],
  })
  async handle(message: Received<PaymentCorrectionRequestedV1>): Promise<void> {
    const { investigationId, reference } = message.body;
    const advice = await this.unitOfWork.find(CreditAdviceRow, reference);
    if (advice?.office !== message.office) throw treasuryErrors.NO_CREDIT_ADVICE({ reference });
    const known = await this.unitOfWork.find(InvestigationRow, investigationId);
    if (known && known.reference !== reference) throw treasuryErrors.CORRECTION_CHANGED({ id: investigationId });
    const next = requested(known ?? this.ofTax(message), requestOf(message.body, message.id));
    if (next === known) return;
    this.unitOfWork.save(InvestigationRow, next);
    if (advice.investigationId === undefined) this.unitOfWork.save(CreditAdviceRow, { ...advice, investigationId });
  }

  private ofTax({ body, office, senderOffice: taxOffice }: Received<PaymentCorrectionRequestedV1>): Investigation {
    const { investigationId: id, reference, requestedOn, answerBy } = body;
    const openedAt = this.clock.now();
    const dates = { openedOn: localDate(openedAt), openedAt, requestBy: requestedOn, answerBy };
    return { id, reference, office, openedBy: 'tax', ...dates, faults: [], taxOffice, state: 'open' };
  }
}
