import { DeskTasks, MessageFailures, OfficeFailures } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { AssessmentsModule } from './assessments/assessments.module';
import { CalculationsModule } from './calculations/calculations.module';
import { ObligationsModule } from './obligations/obligations.module';
import { PaymentInvestigationsModule } from './payment-investigations/payment-investigations.module';
import { PriceTableModule } from './price-table/price-table.module';
import { ReconciliationsModule } from './reconciliations/reconciliations.module';
import { ScansModule } from './scans/scans.module';
import { TaxStatesModule } from './tax-states/tax-states.module';
import { PrintReturnController } from './transfer-slips/print-return.controller';

@Module({
  imports: [
    PriceTableModule,
    AssessmentsModule,
    ObligationsModule,
    CalculationsModule,
    ScansModule,
    TaxStatesModule,
    PaymentInvestigationsModule,
    ReconciliationsModule,
  ],
  controllers: [PrintReturnController],
  providers: [DeskTasks, MessageFailures, OfficeFailures],
})
export class TaxModule {}
