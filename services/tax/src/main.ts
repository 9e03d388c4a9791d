import { bootstrapService } from '@lienthong/service-host';
import { taxService } from './tax.service-definition';

void bootstrapService(taxService);
