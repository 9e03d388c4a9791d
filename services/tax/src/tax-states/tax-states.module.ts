import { Module } from '@nestjs/common';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { TaxStateAskedHandler } from './tax-state-asked.handler';

@Module({ controllers: [TaxStateAskedHandler], providers: [AssessmentRepository] })
export class TaxStatesModule {}
