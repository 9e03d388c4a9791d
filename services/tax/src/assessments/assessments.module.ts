import { DeskTasks, NumberBooks } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { OfficeTerms } from '../law/office-terms';
import { GetNoticeFormsController } from '../notices/get-notice-forms.controller';
import { IssueNotices } from '../notices/issue-notices';
import { IssueNoticesController } from '../notices/issue-notices.controller';
import { GetSlipsController } from '../transfer-slips/get-slips.controller';
import { NoticesOfSlip } from '../transfer-slips/notices-of-slip';
import { RequestCompletionController } from '../transfer-slips/request-completion.controller';
import { SlipChecks } from '../transfer-slips/slip-checks';
import { SlipSignature } from '../transfer-slips/slip-signature';
import { WithdrawAssessment } from '../transfer-slips/withdraw-assessment';
import { WithdrawTransferSlipHandler } from '../transfer-slips/withdraw-transfer-slip.handler';
import { AssessTransferSlipHandler } from './assess-transfer-slip.handler';
import { AssessmentRepository } from './assessment.repository';
import { GetAssessmentController } from './get-assessment.controller';

/** From the slip to the notices. */
@Module({
  controllers: [
    AssessTransferSlipHandler,
    WithdrawTransferSlipHandler,
    RequestCompletionController,
    GetSlipsController,
    GetAssessmentController,
    IssueNoticesController,
    GetNoticeFormsController,
  ],
  providers: [
    OfficeTerms,
    AssessmentRepository,
    SlipSignature,
    SlipChecks,
    NumberBooks,
    DeskTasks,
    IssueNotices,
    { provide: NoticesOfSlip, useClass: WithdrawAssessment },
  ],
})
export class AssessmentsModule {}
