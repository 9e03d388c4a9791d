import { NumberBooks } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { DayReconciledHandler } from './day-reconciled.handler';
import { ReconciliationsController } from './reconciliations.controller';

/** M47: the lists of the day. */
@Module({ controllers: [ReconciliationsController, DayReconciledHandler], providers: [NumberBooks] })
export class ReconciliationsModule {}
