import { migrateService } from '@lienthong/service-host/migrator';
import { migrations } from './migrations';

void migrateService({ member: 'residence', migrations });
