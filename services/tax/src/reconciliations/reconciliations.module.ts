import { NumberBooks, TimersModule } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { DayReconciledHandler } from './day-reconciled.handler';
import { ReconciliationsController } from './reconciliations.controller';
import { TellDay } from './tell-day';

/** M47: the lists of the day. */
@Module({
  imports: [TimersModule],
  controllers: [ReconciliationsController, DayReconciledHandler],
  providers: [NumberBooks, TellDay],
})
export class ReconciliationsModule {}
