import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations, timerMigrations } from '@lienthong/service-host/migrator';
import { CivilTables1767226000700 } from './civil-tables.migration';

export const migrations = [...messagingMigrations, ...hostMigrations, ...timerMigrations, CivilTables1767226000700];
