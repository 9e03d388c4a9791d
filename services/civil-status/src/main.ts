import { bootstrapService } from '@lienthong/service-host';
import { civilStatusService } from './civil-status.service-definition';

void bootstrapService(civilStatusService);
