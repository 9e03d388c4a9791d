import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations, NumberSeriesTable1767225800000, timerMigrations } from '@lienthong/service-host/migrator';
import { CivilTables1767226000700 } from './civil-tables.migration';

export const migrations = [
  ...messagingMigrations,
  ...hostMigrations,
  ...timerMigrations,
  NumberSeriesTable1767225800000,
  CivilTables1767226000700,
];
