import { localDate } from '@lienthong/kernel';
import { TransferSlipSentV1, TransferSlipSentV2 } from '@lienthong/contracts';
import { businessTimeOf, canonicalBytes, type Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { policiesOf, Timer } from '@lienthong/service-host';
import { Controller } from '@nestjs/common';
import { OfficeTerms } from '../law/office-terms';
import { Obligation } from '../obligations/obligation.entity';
import { overdueTimerOf } from '../overdue/overdue-watch';
import { LandPrice } from '../price-table/land-price.entity';
import { taxErrors } from '../tax.errors';
import { CompletionRequest } from '../transfer-slips/completion-request.entity';
import { SlipChecks } from '../transfer-slips/slip-checks';
import { placeKeysOf } from '../transfer-slips/slip-land.rules';
import { TransferSlip } from '../transfer-slips/transfer-slip.entity';
import { AnswerSlip } from './answer-slip';
import { AssessmentRow } from './assessment.entity';
import { AssessmentRepository } from './assessment.repository';
import { afterReturn, assessed, returned, type SlipArrival, toAccept, waitsForAcceptance } from './assessment.rules';

/** M10 → M11: a slip that is right is assessed at once, or waits for its acceptance (M12); any other goes back with every fault named (F3, F27). */
@Controller()
export class AssessTransferSlipHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
    private readonly checks: SlipChecks,
    private readonly terms: OfficeTerms,
    private readonly answers: AnswerSlip,
  ) {}

  @Handles(TransferSlipSentV2, {
    loads: [
      [TransferSlip, (slip) => slip.slipId],
      [AssessmentRow, (slip) => slip.dossierCode],
      [CompletionRequest, (slip) => slip.replacesSlipId],
      [Obligation, (slip) => slip.dossierCode],
      [Timer, (slip) => overdueTimerOf(slip.dossierCode)],
    ],
    reads: [[LandPrice, (slip) => placeKeysOf(slip)], policiesOf('accept', 'issue')],
  })
  async handle(message: Received<TransferSlipSentV2>): Promise<void> {
    const known = await this.unitOfWork.find(TransferSlip, message.body.slipId);
    if (known) this.answerAgain(known, message.body);
    else await this.receive(message.body, this.arrivalOf(message));
  }

  /** A slip of the first version is one of the second as it stands. */
  @Handles(TransferSlipSentV1, {
    loads: [
      [TransferSlip, (slip) => slip.slipId],
      [AssessmentRow, (slip) => slip.dossierCode],
      [Obligation, (slip) => slip.dossierCode],
      [Timer, (slip) => overdueTimerOf(slip.dossierCode)],
    ],
    reads: [[LandPrice, (slip) => placeKeysOf(slip)], policiesOf('accept', 'issue')],
  })
  handleFirstVersion(message: Received<TransferSlipSentV1>): Promise<void> {
    return this.handle(message);
  }

  private async receive(slip: TransferSlipSentV2, arrival: SlipArrival): Promise<void> {
    const earlier = await this.assessments.find(slip.dossierCode);
    const faults = await this.checks.faults(slip, arrival, earlier);
    const outcome = faults.length === 0 ? 'received' : 'returned';
    const { office, landOffice, messageId, receivedAt } = arrival;
    const { slipId, dossierCode } = slip;
    const kept: TransferSlip = {
      slipId,
      dossierCode,
      office,
      landOffice,
      messageId,
      receivedAt,
      outcome,
      faults,
      content: slip,
    };
    this.unitOfWork.save(TransferSlip, kept);
    this.answers.answer(kept);
    await this.noteAnswer(kept);
    if (outcome === 'returned') return this.assessments.save(afterReturn(earlier, returned(slip, arrival, faults)));
    if (waitsForAcceptance(arrival, earlier) && !(await this.answers.acceptsAtOnce()))
      return this.assessments.save(toAccept(slip, arrival, earlier));
    const { calendar, readings, confirmOverDong } = this.terms;
    const assessment = assessed(slip, arrival, { calendar, readings, confirmOverDong, ...(earlier && { earlier }) });
    await this.answers.assessed(assessment);
  }

  /** F4: the answer to a request for completion came, whatever is found in it. */
  private async noteAnswer({ slipId, receivedAt, content }: TransferSlip): Promise<void> {
    if (content.replacesSlipId === undefined) return;
    const asked = await this.unitOfWork.find(CompletionRequest, content.replacesSlipId);
    if (!asked || asked.answeredAt) return;
    this.unitOfWork.save(CompletionRequest, { ...asked, answeredAt: receivedAt, answeredBy: slipId });
  }

  /** The same slip in another message gets its first answer; other content under the same id is an alarm (F28). */
  private answerAgain(known: TransferSlip, slip: TransferSlipSentV2): void {
    if (!canonicalBytes(known.content).equals(canonicalBytes(slip)))
      throw taxErrors.SLIP_CHANGED({ slipId: slip.slipId });
    this.answers.answer(known);
  }

  /** The tax clock counts from the day of the message, however late it comes (F24); a key is judged by when the bus had it. */
  private arrivalOf(message: Received<TransferSlipSentV2>): SlipArrival {
    const { id, office, senderOffice, acceptedAt, body } = message;
    const receivedAt = acceptedAt ? new Date(acceptedAt) : this.terms.now();
    const receivedOn = localDate(businessTimeOf(message, receivedAt));
    return {
      messageId: id,
      office,
      landOffice: senderOffice,
      receivedAt,
      receivedOn,
      acceptedOn: receivedOn,
      declaredOn: localDate(new Date(body.completeAt)),
    };
  }
}
