import { describeSchemaMatchesMigrations } from '@lienthong/testing';
import { healthInsuranceService } from '../src/health-insurance.service-definition';

describeSchemaMatchesMigrations(healthInsuranceService);
