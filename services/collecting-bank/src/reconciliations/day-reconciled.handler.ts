import { DayReconciledV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { DayReconciliation } from './day-reconciliation.entity';

/** M47: match or differences, for the clerk to look at; nothing here is changed by it. */
@Controller()
export class DayReconciledHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Handles(DayReconciledV1)
  async handle({ office, body }: Received<DayReconciledV1>): Promise<void> {
    const key = `${office}|${body.treasuryCode}|${body.date}`;
    const known = await this.unitOfWork.find(DayReconciliation, key);
    if (known && known.answer.run > body.run) return;
    this.unitOfWork.save(DayReconciliation, { key, office, answer: body });
  }
}
