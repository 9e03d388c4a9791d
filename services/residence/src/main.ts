import { bootstrapService } from '@lienthong/service-host';
import { residenceService } from './residence.service-definition';

void bootstrapService(residenceService);
