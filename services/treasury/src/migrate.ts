import { migrateService } from '@lienthong/service-host/migrator';
import { treasuryMigrations } from './migrations';

void migrateService({ member: 'treasury', migrations: treasuryMigrations });
