import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { noticesOfDossierSql, type NoticeView } from '../assessments/assessment.query';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { Obligation } from '../obligations/obligation.entity';
import { TransferSlip } from '../transfer-slips/transfer-slip.entity';
import { noticeForm } from './notice-form.rules';
import type { NoticeForm, NoticeIssue } from './notice-form.state';

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
    const { office, landOffice } = await this.assessments.look(dossierCode);
    requireOffice(actor, office);
    const obligation = await this.unitOfWork.read(Obligation, dossierCode);
    if (!obligation) return { forms: [] };
    const { collection } = obligation;
    const forms: NoticeForm[] = [];
    for (const notice of await this.unitOfWork.query<NoticeView>(noticesOfDossierSql, [dossierCode])) {
      const slip = await this.unitOfWork.read(TransferSlip, notice.slipId);
      if (!slip || !notice.revenue) continue;
      const assessment = { revenues: [notice.revenue], collection, landOffice };
      forms.push(noticeForm({ slip: slip.content, assessment, notice, issue: issueOf(notice) }));
    }
    return { forms };
  }
}

function issueOf({ amends, withdrawal, number }: NoticeView): NoticeIssue {
  if (withdrawal) return { kind: 'withdrawn', withdraws: number, document: withdrawal.document };
  if (amends) return { kind: 'amended', replaces: amends.replaces, document: amends.document };
  return { kind: 'first' };
}
