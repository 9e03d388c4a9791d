import { Module } from '@nestjs/common';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { GetWhereaboutsController } from './get-whereabouts.controller';
import { TaxStateAskedHandler } from './tax-state-asked.handler';

@Module({ controllers: [GetWhereaboutsController, TaxStateAskedHandler], providers: [AssessmentRepository] })
export class TaxStatesModule {}
