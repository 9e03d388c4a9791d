import { type Actor, CurrentActor, Decides, requireAnotherPerson, requireOffice, Roles } from '@lienthong/service-host';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IssueNotices } from '../notices/issue-notices';
import { taxErrors } from '../tax.errors';
import { AssessmentRow } from './assessment.entity';
import { AssessmentRepository } from './assessment.repository';
import type { Assessment } from './assessment.state';
import { confirmed } from './confirmation.rules';

/** The second officer: neither who took in the claim, nor who issues the notices afterwards. */
@Controller('assessments')
@ApiTags('assessments')
export class ConfirmAssessmentController {
  constructor(
    private readonly assessments: AssessmentRepository,
    private readonly notices: IssueNotices,
  ) {}

  @Post(':dossierCode/confirmation')
  @HttpCode(200)
  @Roles('tax-officer', 'agency-leader')
  @Decides(AssessmentRow, { param: 'dossierCode' })
  async confirm(
    @Param('dossierCode') dossierCode: string,
    @CurrentActor() actor: Actor,
  ): Promise<Pick<Assessment, 'dossierCode' | 'state'>> {
    const held = await this.assessments.get(dossierCode);
    requireOffice(actor, held.office);
    if (held.state !== 'to-confirm') throw taxErrors.NOT_TO_CONFIRM({ dossierCode, state: held.state });
    requireAnotherPerson(actor, held.claimedBy);
    const assessment = confirmed(held, actor.id);
    this.assessments.save(assessment);
    await this.notices.issueIfAutomatic(assessment);
    return { dossierCode, state: assessment.state };
  }
}
