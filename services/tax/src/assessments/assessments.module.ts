import { DeskTasks, NumberBooks } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { GatewayModule } from '../gateway/gateway.module';
import { OfficeTerms } from '../law/office-terms';
import { DrawUpNotices } from '../notices/draw-up-notices';
import { GetNoticeFormsController } from '../notices/get-notice-forms.controller';
import { IssueJointly } from '../notices/issue-jointly';
import { IssueJointlyController } from '../notices/issue-jointly.controller';
import { IssueNotices } from '../notices/issue-notices';
import { IssueNoticesController } from '../notices/issue-notices.controller';
import { GetSlipsController } from '../transfer-slips/get-slips.controller';
import { NoticesOfSlip } from '../transfer-slips/notices-of-slip';
import { RequestCompletionController } from '../transfer-slips/request-completion.controller';
import { RecordNotices } from '../notices/record-notices';
import { TellNotices } from '../notices/tell-notices';
import { WithdrawNotices } from '../notices/withdraw-notices';
import { WithdrawNoticesController } from '../notices/withdraw-notices.controller';
import { ObligationsModule } from '../obligations/obligations.module';
import { OverdueModule } from '../overdue/overdue.module';
import { SlipChecks } from '../transfer-slips/slip-checks';
import { SlipSignature } from '../transfer-slips/slip-signature';
import { WithdrawAssessment } from '../transfer-slips/withdraw-assessment';
import { WithdrawTransferSlipHandler } from '../transfer-slips/withdraw-transfer-slip.handler';
import { AcceptSlipController } from './accept-slip.controller';
import { AnswerSlip } from './answer-slip';
import { AssessTransferSlipHandler } from './assess-transfer-slip.handler';
import { AssessmentRepository } from './assessment.repository';
import { ClaimExemptionsController } from './claim-exemptions.controller';
import { ConfirmAssessmentController } from './confirm-assessment.controller';
import { GetAssessmentController } from './get-assessment.controller';

/** From the slip to the notices. */
@Module({
  imports: [GatewayModule, ObligationsModule, OverdueModule],
  controllers: [
    AssessTransferSlipHandler,
    WithdrawTransferSlipHandler,
    AcceptSlipController,
    RequestCompletionController,
    GetSlipsController,
    GetAssessmentController,
    ClaimExemptionsController,
    ConfirmAssessmentController,
    IssueNoticesController,
    IssueJointlyController,
    WithdrawNoticesController,
    GetNoticeFormsController,
  ],
  providers: [
    OfficeTerms,
    AssessmentRepository,
    AnswerSlip,
    SlipSignature,
    SlipChecks,
    NumberBooks,
    DeskTasks,
    DrawUpNotices,
    IssueNotices,
    IssueJointly,
    TellNotices,
    RecordNotices,
    WithdrawNotices,
    { provide: NoticesOfSlip, useClass: WithdrawAssessment },
  ],
})
export class AssessmentsModule {}
