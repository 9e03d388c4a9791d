import { Text } from '@lienthong/envelope';
import { type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssessmentRow } from '../assessments/assessment.entity';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { withdrawn } from '../assessments/assessment.rules';
import { WithdrawNotices } from './withdraw-notices';

/** Why, and by which decision, the notices of a dossier are withdrawn. */
export class WithdrawNoticesRequest {
  @Text({ max: 300 })
  readonly reason: string;

  @Text({ max: 100 })
  readonly document: string;
}

/** M23 on the office's own decision; a slip that is withdrawn (M15) takes the same way. */
@Controller('assessments')
@ApiTags('assessments')
export class WithdrawNoticesController {
  constructor(
    private readonly assessments: AssessmentRepository,
    private readonly notices: WithdrawNotices,
  ) {}

  @Post(':dossierCode/withdrawal')
  @HttpCode(200)
  @Roles('agency-leader')
  @Decides(AssessmentRow, { param: 'dossierCode' })
  async withdraw(
    @Param('dossierCode') dossierCode: string,
    @Body() { reason, document }: WithdrawNoticesRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly dossierCode: string; readonly withdrawn: readonly string[] }> {
    const assessment = await this.assessments.get(dossierCode);
    requireOffice(actor, assessment.office);
    const numbers = await this.notices.withdrawStanding({ dossierCode, reason, document });
    this.assessments.save(withdrawn(assessment));
    return { dossierCode, withdrawn: numbers };
  }
}
