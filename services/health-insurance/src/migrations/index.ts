import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations, numberSeriesMigrations } from '@lienthong/service-host/migrator';
import { HealthInsuranceTables1767226000800 } from './health-insurance-tables.migration';

export const migrations = [
  ...messagingMigrations,
  ...hostMigrations,
  ...numberSeriesMigrations,
  HealthInsuranceTables1767226000800,
];
