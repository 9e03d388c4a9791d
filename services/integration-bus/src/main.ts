import { bootstrapService } from '@lienthong/service-host';
import { integrationBusService } from './integration-bus.service-definition';

void bootstrapService(integrationBusService);
