import { bootstrapService } from '@lienthong/service-host';
import { intakeService } from './intake.service-definition';

void bootstrapService(intakeService);
