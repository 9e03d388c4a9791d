import type { PaymentNotice } from '@lienthong/contracts';
import { type Actor, CurrentActor, Decides, requireAnotherPerson, requireOffice, Roles } from '@lienthong/service-host';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { AssessmentRow } from '../assessments/assessment.entity';
import { IssueNotices } from './issue-notices';

/** The tax officer of the assessment's office issues its notices. */
@Controller('assessments')
@ApiTags('assessments')
export class IssueNoticesController {
  constructor(
    private readonly assessments: AssessmentRepository,
    private readonly notices: IssueNotices,
  ) {}

  @Post(':dossierCode/issue')
  @HttpCode(200)
  @Roles('tax-officer')
  @Decides(AssessmentRow, { param: 'dossierCode' })
  async issue(
    @Param('dossierCode') dossierCode: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly dossierCode: string; readonly notices: readonly PaymentNotice[] }> {
    const assessment = await this.assessments.get(dossierCode);
    requireOffice(actor, assessment.office);
    if (assessment.state === 'assessed') requireAnotherPerson(actor, assessment.confirmedBy);
    return { dossierCode, notices: await this.notices.issue(assessment, actor.id) };
  }
}
