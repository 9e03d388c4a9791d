import { migrateService } from '@lienthong/service-host';
import { treasuryService } from './treasury.service-definition';

void migrateService(treasuryService);
