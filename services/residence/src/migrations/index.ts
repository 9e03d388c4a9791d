import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations, NumberSeriesTable1767225800000 } from '@lienthong/service-host/migrator';
import { ResidenceTables1767226000700 } from './residence-tables.migration';

export const migrations = [
  ...messagingMigrations,
  ...hostMigrations,
  NumberSeriesTable1767225800000,
  ResidenceTables1767226000700,
];
