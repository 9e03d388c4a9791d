import { Module } from '@nestjs/common';
import { AssessmentsModule } from './assessments/assessments.module';
import { CalculationsModule } from './calculations/calculations.module';
import { ObligationsModule } from './obligations/obligations.module';
import { PriceTableModule } from './price-table/price-table.module';
import { ScansModule } from './scans/scans.module';
import { TaxStatesModule } from './tax-states/tax-states.module';

@Module({
  imports: [PriceTableModule, AssessmentsModule, ObligationsModule, CalculationsModule, ScansModule, TaxStatesModule],
})
export class TaxModule {}
