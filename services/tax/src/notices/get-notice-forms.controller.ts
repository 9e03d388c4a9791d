import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { noticesOfDossierSql, type NoticeView } from '../assessments/assessment.query';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { TransferSlip } from '../transfer-slips/transfer-slip.entity';
import { noticeForm } from './notice-form.rules';
import type { NoticeForm } from './notice-form.state';

/** The notices of a dossier as forms: all fields of 03/TB-BĐS-TNCN and 01/TB-LPTB, ready to print. */
@Controller('assessments')
@ApiTags('assessments')
export class GetNoticeFormsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
  ) {}

  @Get(':dossierCode/notice-forms')
  @Roles('tax-officer', 'agency-leader')
  async list(
    @Param('dossierCode') dossierCode: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly forms: readonly NoticeForm[] }> {
    const assessment = await this.assessments.look(dossierCode);
    requireOffice(actor, assessment.office);
    const slip = await this.unitOfWork.read(TransferSlip, assessment.slipId);
    if (assessment.state !== 'issued' || !slip) return { forms: [] };
    const notices = await this.unitOfWork.query<NoticeView>(noticesOfDossierSql, [dossierCode]);
    const issue = { kind: 'first' } as const;
    return { forms: notices.map((notice) => noticeForm({ slip: slip.content, assessment, notice, issue })) };
  }
}
