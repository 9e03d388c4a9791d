import { migrateService } from '@lienthong/service-host';
import { civilStatusService } from './civil-status.service-definition';

void migrateService(civilStatusService);
