import { instantText, localDate, newId, Clock } from '@lienthong/kernel';
import { SlipCompletionRequestedV1 } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, Decides, NumberBooks, requireOffice, Roles } from '@lienthong/service-host';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssessmentRow } from '../assessments/assessment.entity';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { sentBack } from '../assessments/assessment.rules';
import { OfficeTerms } from '../law/office-terms';
import { CompletionRequest } from './completion-request.entity';
import { askingClock, completionTimes, requireCompletable } from './completion.rules';
import { RequestCompletionRequest } from './request-completion.request';

/** Code under which the office numbers its requests for completion. */
const PAPER = 'CCTT';

/** M13 (01/CCTT-ĐĐTCQ): the officer found an accepted slip not complete or not true; its clock stops (F4). */
@Controller('assessments')
@ApiTags('assessments')
export class RequestCompletionController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
    private readonly books: NumberBooks,
    private readonly terms: OfficeTerms,
    private readonly clock: Clock,
  ) {}

  @Post(':dossierCode/completion-requests')
  @Decides(AssessmentRow, { param: 'dossierCode' })
  @Roles('tax-officer')
  @Creates()
  async ask(
    @Param('dossierCode') dossierCode: string,
    @Body() { faults }: RequestCompletionRequest,
    @CurrentActor() actor: Actor,
  ): Promise<SlipCompletionRequestedV1> {
    const assessment = await this.assessments.get(dossierCode);
    requireOffice(actor, assessment.office);
    const completable = requireCompletable(assessment);
    const { office, slipId, slipNumber, landOffice } = completable;
    const requestedAt = this.terms.now();
    const { askBy, answerBy } = completionTimes(askingClock(completable), localDate(requestedAt), this.terms.calendar);
    const requestNumber = await this.books.next(PAPER, office);
    const wanted = {
      dossierCode,
      requestId: newId(this.clock),
      requestNumber,
      slipId,
      faults,
      ...(answerBy && { answerBy }),
    };
    this.unitOfWork.save(CompletionRequest, {
      ...wanted,
      office,
      requestedAt,
      requestedBy: actor.id,
      ...(askBy && { askBy }),
    });
    this.assessments.save(sentBack(completable, faults));
    const message = { ...wanted, slipNumber, requestedAt: instantText(requestedAt) };
    const to = [{ member: 'land-registry', office: landOffice }];
    this.unitOfWork.send(SlipCompletionRequestedV1, message, {
      fromOffice: office,
      to,
      causationId: completable.slipMessageId,
    });
    return message;
  }
}
