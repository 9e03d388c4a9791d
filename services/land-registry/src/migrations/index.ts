import { messagingMigrations } from '@lienthong/messaging';
import { hostMigrations } from '@lienthong/service-host';
import { LandTables1767226000200 } from './land-tables.migration';

export const migrations = [...messagingMigrations, ...hostMigrations, LandTables1767226000200];
