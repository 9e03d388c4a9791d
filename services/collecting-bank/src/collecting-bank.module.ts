import { DeskTasks, MessageFailures, OfficeFailures } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { PaymentsModule } from './payments/payments.module';

@Module({ imports: [PaymentsModule], providers: [DeskTasks, MessageFailures, OfficeFailures] })
export class CollectingBankModule {}
