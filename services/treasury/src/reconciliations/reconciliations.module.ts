import { DeskTasks, TimersModule } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { BookingsOfDayHandler } from './bookings-of-day.handler';
import { MissedLists } from './missed-lists';
import { ReconcileDay } from './reconcile-day';
import { ReconciliationsController } from './reconciliations.controller';
import { VouchersOfDayHandler } from './vouchers-of-day.handler';

/** M47: the lists of the day, compared. */
@Module({
  imports: [TimersModule],
  controllers: [VouchersOfDayHandler, BookingsOfDayHandler, ReconciliationsController],
  providers: [DeskTasks, ReconcileDay, MissedLists],
})
export class ReconciliationsModule {}
