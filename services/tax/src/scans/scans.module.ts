import { DeskTasks } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { GetScansController } from './get-scans.controller';
import { RequestScansController } from './request-scans.controller';
import { ScansProvidedHandler } from './scans-provided.handler';

/** Scanned papers that the land office holds. */
@Module({
  controllers: [RequestScansController, GetScansController, ScansProvidedHandler],
  providers: [AssessmentRepository, DeskTasks],
})
export class ScansModule {}
