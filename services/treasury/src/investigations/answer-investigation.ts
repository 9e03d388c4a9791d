import { Clock, localDate } from '@lienthong/kernel';
import { PaymentInvestigationAnsweredV1 } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { BookRevenue } from '../bookings/book-revenue';
import { CreditAdviceRow } from '../credit-advices/credit-advice.entity';
import { matched } from '../credit-advices/credit-advice.rules';
import type { CreditAdvice } from '../credit-advices/credit-advice.state';
import { PayableItemRepository } from '../payable-items/payable-item.repository';
import { claim, release } from '../payable-items/payable-item.rules';
import { treasuryErrors } from '../treasury.errors';
import { InvestigationRow } from './investigation.entity';
import { answered, corrected, requireAsked } from './investigation.rules';
import type { Investigation, InvestigationAnswer } from './investigation.state';

type Said = Pick<InvestigationAnswer, 'outcome' | 'by' | 'reason'>;

/** Answers C1-07: an advice in suspense is corrected and looked at again; a booking only two persons correct. */
@Injectable()
export class AnswerInvestigation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: PayableItemRepository,
    private readonly booking: BookRevenue,
    private readonly clock: Clock,
  ) {}

  /** The answer of a clerk. */
  async answer(investigation: Investigation, said: Said): Promise<Investigation> {
    requireAsked(investigation);
    const advice = await this.unitOfWork.get(CreditAdviceRow, investigation.reference);
    const { request } = investigation;
    if (said.outcome === 'refused' || request === undefined) return this.close(investigation, advice, said);
    if (advice.state === 'booked' && request.finding === 'wrong') {
      throw treasuryErrors.CORRECTION_NEEDS_TWO({ reference: advice.reference });
    }
    if (advice.state === 'booked') return this.close(investigation, advice, said);
    const healed = await this.lookAgain(advice, corrected(advice, request));
    const closed = this.close(investigation, healed, said);
    await this.booking.bookIfAutomatic(healed);
    return closed;
  }

  /** The answer, told to the tax office; the advice may be investigated anew afterwards. */
  close(investigation: Investigation, advice: CreditAdvice, said: Said): Investigation {
    const { id: investigationId, reference, office, taxOffice, request } = investigation;
    const answeredOn = localDate(this.clock.now());
    const next = answered(investigation, { ...said, answeredOn });
    const { investigationId: _closed, ...free } = advice;
    this.unitOfWork.save(CreditAdviceRow, free);
    this.unitOfWork.save(InvestigationRow, next);
    const { outcome, reason } = said;
    const body = { investigationId, reference, answeredOn, outcome, ...(reason === undefined ? {} : { reason }) };
    this.unitOfWork.send(PaymentInvestigationAnsweredV1, body, {
      fromOffice: office,
      to: [{ member: 'tax', office: taxOffice }],
      ...(request === undefined ? {} : { causationId: request.messageId }),
    });
    return next;
  }

  private async lookAgain(before: CreditAdvice, healed: CreditAdvice): Promise<CreditAdvice> {
    const { reference } = healed;
    const named = idsOf(healed);
    for (const payableItemId of idsOf(before).filter((id) => !named.includes(id))) {
      const item = await this.items.find(payableItemId);
      if (item?.state === 'published') this.items.save(release(item, reference));
    }
    let advice = healed;
    for (const payableItemId of named) {
      const item = await this.items.find(payableItemId);
      if (item) advice = matched(advice, item);
      this.items.save(claim(item, payableItemId, reference));
    }
    return advice;
  }
}

function idsOf({ lines }: CreditAdvice): readonly string[] {
  return lines.flatMap(({ payableItemId }) => payableItemId ?? []).sort();
}
