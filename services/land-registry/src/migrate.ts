import { migrateService } from '@lienthong/service-host';
import { landRegistryService } from './land-registry.service-definition';

void migrateService(landRegistryService);
