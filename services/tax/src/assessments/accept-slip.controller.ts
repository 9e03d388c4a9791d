import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OfficeTerms } from '../law/office-terms';
import { TransferSlip } from '../transfer-slips/transfer-slip.entity';
import { AnswerSlip } from './answer-slip';
import { AssessmentRow } from './assessment.entity';
import { AssessmentRepository } from './assessment.repository';
import { acceptedOn, assessed, requireToAccept } from './assessment.rules';
import type { Assessment } from './assessment.state';

/** M12 (01-2/TB-TĐT): an officer has checked the slip; the tax clock starts on this day (T4, regime B only). */
@Controller('assessments')
@ApiTags('assessments')
export class AcceptSlipController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
    private readonly answers: AnswerSlip,
    private readonly terms: OfficeTerms,
  ) {}

  @Post(':dossierCode/acceptance')
  @HttpCode(200)
  @Roles('tax-officer')
  @Decides(AssessmentRow, { param: 'dossierCode' })
  async accept(
    @Param('dossierCode') dossierCode: string,
    @CurrentActor() actor: Actor,
  ): Promise<Pick<Assessment, 'dossierCode' | 'state'>> {
    const waiting = requireToAccept(await this.assessments.get(dossierCode));
    requireOffice(actor, waiting.office);
    const { content: slip } = await this.unitOfWork.get(TransferSlip, waiting.slipId);
    const { calendar, readings, confirmOverDong } = this.terms;
    const terms = { calendar, readings, confirmOverDong, earlier: waiting };
    const assessment = assessed(slip, acceptedOn(waiting, slip, this.terms.today()), terms);
    await this.answers.assessed(assessment);
    return { dossierCode, state: assessment.state };
  }
}
