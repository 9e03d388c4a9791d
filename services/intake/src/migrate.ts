import { migrateService } from '@lienthong/service-host';
import { intakeService } from './intake.service-definition';

void migrateService(intakeService);
