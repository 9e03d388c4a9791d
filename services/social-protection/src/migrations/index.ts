import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations, NumberSeriesTable1767225800000 } from '@lienthong/service-host/migrator';
import { SocialProtectionTables1767226000900 } from './social-protection-tables.migration';

export const migrations = [
  ...messagingMigrations,
  ...hostMigrations,
  NumberSeriesTable1767225800000,
  SocialProtectionTables1767226000900,
];
