import { migrateService } from '@lienthong/service-host/migrator';
import { BUS_MEMBER } from './bus-address';
import { loadRegistry } from './members/load-registry';
import { migrations } from './migrations';

void migrateService({ member: BUS_MEMBER, migrations, afterMigrations: loadRegistry });
