import { NumberBooks } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { OfficeTerms } from '../law/office-terms';
import { GetNoticeFormsController } from '../notices/get-notice-forms.controller';
import { IssueNotices } from '../notices/issue-notices';
import { IssueNoticesController } from '../notices/issue-notices.controller';
import { SlipChecks } from '../transfer-slips/slip-checks';
import { SlipSignature } from '../transfer-slips/slip-signature';
import { AssessTransferSlipHandler } from './assess-transfer-slip.handler';
import { AssessmentRepository } from './assessment.repository';
import { GetAssessmentController } from './get-assessment.controller';

/** From the slip to the notices. */
@Module({
  controllers: [AssessTransferSlipHandler, GetAssessmentController, IssueNoticesController, GetNoticeFormsController],
  providers: [OfficeTerms, AssessmentRepository, SlipSignature, SlipChecks, NumberBooks, IssueNotices],
})
export class AssessmentsModule {}
