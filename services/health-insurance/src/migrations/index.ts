import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations, NumberSeriesTable1767225800000 } from '@lienthong/service-host/migrator';
import { HealthInsuranceTables1767226000800 } from './health-insurance-tables.migration';

export const migrations = [
  ...messagingMigrations,
  ...hostMigrations,
  NumberSeriesTable1767225800000,
  HealthInsuranceTables1767226000800,
];
