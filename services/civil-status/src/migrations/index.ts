import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations, numberSeriesMigrations, timerMigrations } from '@lienthong/service-host/migrator';
import { CivilTables1767226000700 } from './civil-tables.migration';

export const migrations = [
  ...messagingMigrations,
  ...hostMigrations,
  ...timerMigrations,
  ...numberSeriesMigrations,
  CivilTables1767226000700,
];
