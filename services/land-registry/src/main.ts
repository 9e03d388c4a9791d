import { bootstrapService } from '@lienthong/service-host';
import { landRegistryService } from './land-registry.service-definition';

void bootstrapService(landRegistryService);
