import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations } from '@lienthong/service-host/migrator';
import { TaxScans1767313320000 } from './tax-scans.migration';
import { TaxTables1767226000300 } from './tax-tables.migration';

export const taxMigrations = [
  ...messagingMigrations,
  ...hostMigrations,
  TaxTables1767226000300,
  TaxScans1767313320000,
] as const;
