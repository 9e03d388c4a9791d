import { instantText } from '@lienthong/kernel';
import { isUnverified } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles, Shows } from '@lienthong/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Obligation } from '../obligations/obligation.entity';
import type { Assessment, ReturnedAssessment } from './assessment.state';
import { type AssessmentView, type NoticeView, noticesOfDossierSql } from './assessment.query';
import { AssessmentRow } from './assessment.entity';
import { AssessmentRepository } from './assessment.repository';

/** What the tax office knows of a dossier: slip, notices, rows with what was paid and booked, conflicts. */
@Controller('assessments')
@ApiTags('assessments')
export class GetAssessmentController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
  ) {}

  @Get(':dossierCode')
  @Roles('tax-officer', 'agency-leader')
  @Shows(AssessmentRow, { param: 'dossierCode' })
  async get(@Param('dossierCode') dossierCode: string, @CurrentActor() actor: Actor): Promise<AssessmentView> {
    const assessment = await this.assessments.look(dossierCode);
    requireOffice(actor, assessment.office);
    const { office, slipId, slipNumber } = assessment;
    const obligation = await this.unitOfWork.read(Obligation, dossierCode);
    const notices = await this.unitOfWork.query<NoticeView>(noticesOfDossierSql, [dossierCode]);
    return {
      dossierCode,
      state: obligation?.fulfilledOn ? 'fulfilled' : assessment.state,
      office,
      slipId,
      slipNumber,
      receivedAt: instantText(assessment.receivedAt),
      ...(assessment.state === 'returned' ? { faults: assessment.faults } : computedView(assessment)),
      ...(obligation?.fulfilledOn ? { fulfilledOn: obligation.fulfilledOn } : {}),
      notices,
    };
  }
}

function computedView(assessment: Exclude<Assessment, ReturnedAssessment>): Partial<AssessmentView> {
  const { regime, clockStartedOn, noticeLimitOn, revenues } = assessment;
  return { regime, ...(isUnverified(regime) && { unverified: true }), clockStartedOn, noticeLimitOn, revenues };
}
