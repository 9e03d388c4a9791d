import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations } from '@lienthong/service-host/migrator';
import { LandTables1767226000200 } from './land-tables.migration';

export const migrations = [...messagingMigrations, ...hostMigrations, LandTables1767226000200];
