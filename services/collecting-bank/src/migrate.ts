import { migrateService } from '@lienthong/service-host/migrator';
import { collectingBankMigrations } from './migrations';

void migrateService({ member: 'collecting-bank', migrations: collectingBankMigrations });
