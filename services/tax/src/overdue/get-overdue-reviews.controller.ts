import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssessmentRepository } from '../assessments/assessment.repository';

const REVIEWS = `
  select list_id as "messageId", finding, reason, reviewed_at as "reviewedAt" from overdue_review
  where dossier_code = $1 order by reviewed_at, list_id limit 100`;

/** What the land office answered to the overdue lists about a dossier (F25). */
@ApiTags('assessments')
@Controller('assessments')
export class GetOverdueReviewsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
  ) {}

  @Get(':dossierCode/overdue-reviews')
  @Roles('tax-officer', 'agency-leader')
  async list(
    @Param('dossierCode') dossierCode: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly items: readonly object[] }> {
    requireOffice(actor, (await this.assessments.look(dossierCode)).office);
    return { items: await this.unitOfWork.query(REVIEWS, [dossierCode]) };
  }
}
