import { Clock, localDate } from '@lienthong/kernel';
import { officeById, UnassignedCreditAdvisedV1, UnassignedCreditAdvisedV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { CreditAdviceRow } from './credit-advice.entity';
import { again, receivedUnassigned } from './credit-advice.rules';
import { KeepAdvice } from './keep-advice';

/** M35 without ID (F12): the money waits in suspense for the payer's choice. */
@Controller()
export class UnassignedCreditHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly advices: KeepAdvice,
    private readonly clock: Clock,
  ) {}

  @Handles([UnassignedCreditAdvisedV1, UnassignedCreditAdvisedV2], {
    loads: [[CreditAdviceRow, (advice) => advice.reference]],
  })
  async handle({ id: messageId, office, body }: Received<UnassignedCreditAdvisedV1>): Promise<void> {
    const known = await this.unitOfWork.find(CreditAdviceRow, body.reference);
    if (known) return this.advices.keep(known, again(known, body, messageId));
    const receivedAt = this.clock.now();
    const treasuryCode = officeById('treasury', office, localDate(receivedAt))?.treasuryCode;
    const advisedAt = new Date(body.advisedAt);
    const advice = receivedUnassigned(body, { messageId, office, treasuryCode, receivedAt, advisedAt });
    await this.advices.keep(undefined, advice);
  }
}
