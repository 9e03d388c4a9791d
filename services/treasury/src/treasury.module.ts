import { Module } from '@nestjs/common';
import { BookingsModule } from './bookings/bookings.module';
import { ReconciliationsModule } from './reconciliations/reconciliations.module';

@Module({ imports: [BookingsModule, ReconciliationsModule] })
export class TreasuryModule {}
