import { DeskTasks, TimersModule } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { OfficeTerms } from '../law/office-terms';
import { StandingNotices } from '../notices/standing-notices';
import { GetOverdueReviewsController } from './get-overdue-reviews.controller';
import { OverdueReviewedHandler } from './overdue-reviewed.handler';
import { OverdueWatch } from './overdue-watch';
import { TellOverdue } from './tell-overdue';

/** What is not paid in time (F25). */
@Module({
  imports: [TimersModule],
  controllers: [OverdueReviewedHandler, GetOverdueReviewsController],
  providers: [AssessmentRepository, DeskTasks, OfficeTerms, StandingNotices, OverdueWatch, TellOverdue],
  exports: [OverdueWatch, StandingNotices],
})
export class OverdueModule {}
