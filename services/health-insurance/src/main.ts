import { bootstrapService } from '@lienthong/service-host';
import { healthInsuranceService } from './health-insurance.service-definition';

void bootstrapService(healthInsuranceService);
