import { TimersModule } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { OfficeTerms } from '../law/office-terms';
import { StandingNotices } from '../notices/standing-notices';
import { OverdueWatch } from './overdue-watch';
import { TellOverdue } from './tell-overdue';

/** What is not paid in time (F25). */
@Module({
  imports: [TimersModule],
  providers: [OfficeTerms, StandingNotices, OverdueWatch, TellOverdue],
  exports: [OverdueWatch, StandingNotices],
})
export class OverdueModule {}
