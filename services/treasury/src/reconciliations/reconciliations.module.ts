import { DeskTasks } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { BookingsOfDayHandler } from './bookings-of-day.handler';
import { ReconcileDay } from './reconcile-day';
import { ReconciliationsController } from './reconciliations.controller';
import { VouchersOfDayHandler } from './vouchers-of-day.handler';

/** M47: the lists of the day, compared. */
@Module({
  controllers: [VouchersOfDayHandler, BookingsOfDayHandler, ReconciliationsController],
  providers: [DeskTasks, ReconcileDay],
})
export class ReconciliationsModule {}
