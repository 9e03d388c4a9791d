import { Clock, localDate, newId } from '@lienthong/kernel';
import { officeById, officeByTreasuryCode, PaymentCorrectionRequestedV1 } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import type { Actor } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { PayableItemRepository } from '../obligations/payable-item.repository';
import { taxErrors } from '../tax.errors';
import type { AskCorrectionRequest, OpenInvestigationRequest } from './investigations.request';
import { PaymentInvestigation } from './payment-investigation.entity';
import { asked, correctionMessage, endsOn, rightLine } from './payment-investigation.rules';

/** C1-07: asks the treasury to correct what a voucher says, in an investigation of the treasury or one of its own. */
@Injectable()
export class AskCorrection {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: PayableItemRepository,
    private readonly clock: Clock,
  ) {}

  /** What the payer or the office itself has found (01/TS): opened and asked in one. */
  async open(
    { reference, treasuryCode, ...words }: OpenInvestigationRequest,
    actor: Actor,
  ): Promise<PaymentInvestigation> {
    const openedOn = localDate(this.clock.now());
    const treasuryOffice = officeByTreasuryCode(treasuryCode, openedOn)?.id;
    if (treasuryOffice === undefined) throw taxErrors.TREASURY_UNKNOWN({ code: treasuryCode });
    const dates = { openedOn, requestBy: endsOn('T25-send', openedOn), answerBy: endsOn('T25', openedOn) };
    const where = { reference, office: actor.office, treasuryOffice, openedBy: 'tax' as const };
    const opened = { id: newId(this.clock), ...where, ...dates, faults: [], state: 'open' as const };
    return this.ask(opened, { finding: 'wrong', ...words }, actor);
  }

  async ask(
    investigation: PaymentInvestigation,
    { finding, lines = [], explanation }: AskCorrectionRequest,
    actor: Actor,
  ): Promise<PaymentInvestigation> {
    const { office, treasuryOffice, causeId } = investigation;
    const requestedOn = localDate(this.clock.now());
    const right = [];
    for (const { lineNumber, payableItemId } of lines)
      right.push(rightLine(lineNumber, await this.items.get(payableItemId, office)));
    const next = asked(investigation, { by: actor.id, requestedOn, finding, lines: right, explanation });
    this.unitOfWork.save(PaymentInvestigation, next);
    const code = officeById('tax', office, requestedOn)?.taxOfficeCode ?? '';
    if (next.asked) {
      this.unitOfWork.send(PaymentCorrectionRequestedV1, correctionMessage(next, next.asked, code), {
        fromOffice: office,
        to: [{ member: 'treasury', office: treasuryOffice }],
        ...(causeId === undefined ? {} : { causationId: causeId }),
      });
    }
    return next;
  }
}
