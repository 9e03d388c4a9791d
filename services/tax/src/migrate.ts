import { migrateService } from '@lienthong/service-host';
import { taxService } from './tax.service-definition';

void migrateService(taxService);
