import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations, numberSeriesMigrations } from '@lienthong/service-host/migrator';
import { ResidenceTables1767226000700 } from './residence-tables.migration';

export const migrations = [
  ...messagingMigrations,
  ...hostMigrations,
  ...numberSeriesMigrations,
  ResidenceTables1767226000700,
];
