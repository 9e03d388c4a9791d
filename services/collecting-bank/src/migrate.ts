import { migrateService } from '@lienthong/service-host';
import { collectingBankService } from './collecting-bank.service-definition';

void migrateService(collectingBankService);
