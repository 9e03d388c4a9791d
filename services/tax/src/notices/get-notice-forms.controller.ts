import { formsDay } from '@lienthong/contracts';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { filled, noticeForm as formOfNotice, noticeWithdrawalForm, type Paper, printPaper } from '@lienthong/papers';
import { type Actor, AnswersPaper, CurrentActor, PaperDesk, paperAnswer, requireOffice, Roles } from '@lienthong/service-host'; // prettier-ignore
import { Controller, Get, Param, Res, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { noticesOfDossierSql, type NoticeView } from '../assessments/assessment.query';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { Obligation } from '../obligations/obligation.entity';
import { TransferSlip } from '../transfer-slips/transfer-slip.entity';
import { noticeForm } from './notice-form.rules';
import type { NoticeForm, NoticeIssue } from './notice-form.state';
import { noticeSheet, withdrawalSheet } from './notice-sheet.rules';

/** The notices of a dossier as forms: all fields of 03/TB-BĐS-TNCN and 01/TB-LPTB, ready to print. */
@Controller('assessments')
@ApiTags('assessments')
export class GetNoticeFormsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
    private readonly papers: PaperDesk,
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

  /** The notice as it was issued; of one that was withdrawn since, it says so. */
  @Get(':dossierCode/notices/:number/paper')
  @Roles('tax-officer', 'agency-leader')
  @AnswersPaper()
  async paper(
    @Param('dossierCode') dossierCode: string,
    @Param('number') number: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const paper = await this.papers.give(actor, () =>
      this.asked('notice', { dossierCode, number, actor }, (form, options) =>
        filled(formOfNotice(form.form, formsDay(form.issuedOn)), noticeSheet(form, this.papers.place), options),
      ),
    );
    return paperAnswer(response, await printPaper(paper), `notice-${number}`);
  }

  /** The paper that takes the notice back (M23). */
  @Get(':dossierCode/notices/:number/withdrawal/paper')
  @Roles('tax-officer', 'agency-leader')
  @AnswersPaper()
  async withdrawalPaper(
    @Param('dossierCode') dossierCode: string,
    @Param('number') number: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const paper = await this.papers.give(actor, () =>
      this.asked('notice-withdrawal', { dossierCode, number, actor }, (form, options) => {
        const sheet = withdrawalSheet(form, this.papers.place);
        return sheet && filled(noticeWithdrawalForm(formsDay(sheet.issuedOn)), sheet, options);
      }),
    );
    return paperAnswer(response, await printPaper(paper), `withdrawal-${number}`);
  }

  private async asked(
    paper: string,
    { dossierCode, number, actor }: { dossierCode: string; number: string; actor: Actor },
    print: (form: NoticeForm, options: { readonly lookUp: string }) => Paper | undefined,
  ): Promise<{ paper: string; key: string; office: string; content: Paper }> {
    const { forms } = await this.list(dossierCode, actor);
    const form = forms.find((one) => one.number === number);
    const content = form && print(form, { lookUp: this.papers.lookUp(dossierCode) });
    if (!content) throw persistenceErrors.NOT_FOUND({ entity: 'payment_notice', key: number });
    return { paper, key: dossierCode, office: actor.office, content };
  }
}

function issueOf({ amends, withdrawal, number }: NoticeView): NoticeIssue {
  if (withdrawal) return { kind: 'withdrawn', withdraws: number, ...withdrawal };
  if (amends) return { kind: 'amended', replaces: amends.replaces, document: amends.document };
  return { kind: 'first' };
}
