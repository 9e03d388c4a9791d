import { instantText } from '@lienthong/kernel';
import { isUnverified } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles, Shows } from '@lienthong/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Obligation } from '../obligations/obligation.entity';
import type { Assessment, ComputedAssessment, HeldAssessment, IssuedAssessment } from './assessment.state';
import {
  type AssessmentView,
  lateInterestOfDossierSql,
  type NoticeRowView,
  type NoticeView,
  noticesOfDossierSql,
} from './assessment.query';
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
    const interest = await this.unitOfWork.query<{ row: NoticeRowView }>(lateInterestOfDossierSql, [dossierCode]);
    return {
      dossierCode,
      state: obligation?.fulfilledOn ? 'fulfilled' : assessment.state,
      office,
      slipId,
      slipNumber,
      receivedAt: instantText(assessment.receivedAt),
      ...stateView(assessment),
      ...(obligation?.fulfilledOn ? { fulfilledOn: obligation.fulfilledOn } : {}),
      notices: notices.map(withoutNulls),
      lateInterest: interest.map(({ row }) => row),
    };
  }
}

function stateView(assessment: Assessment): Partial<AssessmentView> {
  switch (assessment.state) {
    case 'returned':
      return { faults: assessment.faults };
    case 'withdrawn':
    case 'to-accept':
      return {};
    default:
      return computedView(assessment);
  }
}

function computedView(assessment: ComputedAssessment | HeldAssessment | IssuedAssessment): Partial<AssessmentView> {
  const { regime, clockStartedOn, noticeLimitOn, revenues, confirmFor, confirmedBy } = assessment;
  return {
    regime,
    ...(isUnverified(regime) && { unverified: true }),
    clockStartedOn,
    noticeLimitOn,
    revenues,
    ...(confirmFor && { confirmFor }),
    ...(confirmedBy !== undefined && { confirmedBy }),
  };
}

/** Columns that have nothing to say are left out. */
export function withoutNulls<T extends object>(row: T): T {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as T;
}
