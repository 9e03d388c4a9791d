import { Module } from '@nestjs/common';
import { OfficeTerms } from '../law/office-terms';
import { ReadLawController } from '../law/read-law.controller';
import { CalculateController } from './calculate.controller';

/** Estimates and the law behind them. */
@Module({ controllers: [CalculateController, ReadLawController], providers: [OfficeTerms] })
export class CalculationsModule {}
