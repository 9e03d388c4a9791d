import { migrateService } from '@lienthong/service-host';
import { integrationBusService } from './integration-bus.service-definition';

void migrateService(integrationBusService);
