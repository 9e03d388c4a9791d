import { bootstrapService } from '@lienthong/service-host';
import { treasuryService } from './treasury.service-definition';

void bootstrapService(treasuryService);
