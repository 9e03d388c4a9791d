import { Clock, localDate, newId } from '@lienthong/kernel';
import { officeByTaxOfficeCode, PaymentInvestigationOpenedV1 } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { CreditAdviceRow } from '../credit-advices/credit-advice.entity';
import type { CreditAdvice } from '../credit-advices/credit-advice.state';
import { InvestigationRow } from './investigation.entity';
import { faultsOf, opened, openedMessage } from './investigation.rules';

/** Opens one investigation for a reference of which something does not agree, as soon as it is known which tax office to ask. */
@Injectable()
export class OpenInvestigation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Saves an advice that has changed; what does not agree in it is asked about. */
  keep(advice: CreditAdvice): void {
    this.unitOfWork.save(CreditAdviceRow, this.open(advice));
  }

  private open(advice: CreditAdvice): CreditAdvice {
    const faults = faultsOf(advice);
    if (faults.length === 0 || advice.investigationId !== undefined || advice.taxOfficeCode === undefined)
      return advice;
    const at = this.clock.now();
    const taxOffice = officeByTaxOfficeCode(advice.taxOfficeCode, localDate(at))?.id;
    if (taxOffice === undefined) return advice;
    const opening = { id: newId(this.clock), at, on: localDate(at), taxOffice };
    const investigation = opened(advice, faults, opening);
    this.unitOfWork.save(InvestigationRow, investigation);
    this.unitOfWork.send(PaymentInvestigationOpenedV1, openedMessage(investigation, advice.treasuryCode), {
      fromOffice: advice.office,
      to: [{ member: 'tax', office: taxOffice }],
      causationId: advice.messageId,
    });
    return { ...advice, investigationId: investigation.id };
  }
}
