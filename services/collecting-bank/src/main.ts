import { bootstrapService } from '@lienthong/service-host';
import { collectingBankService } from './collecting-bank.service-definition';

void bootstrapService(collectingBankService);
