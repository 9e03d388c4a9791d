import { DeskTasks, MessageFailures, OfficeFailures } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { BookingsModule } from './bookings/bookings.module';
import { ReconciliationsModule } from './reconciliations/reconciliations.module';

@Module({
  imports: [BookingsModule, ReconciliationsModule],
  providers: [DeskTasks, MessageFailures, OfficeFailures],
})
export class TreasuryModule {}
