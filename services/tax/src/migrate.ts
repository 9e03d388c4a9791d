import { migrateService } from '@lienthong/service-host/migrator';
import { taxMigrations } from './migrations';

void migrateService({ member: 'tax', migrations: taxMigrations });
