import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations, numberSeriesMigrations } from '@lienthong/service-host/migrator';
import { SocialProtectionTables1767226000900 } from './social-protection-tables.migration';

export const migrations = [
  ...messagingMigrations,
  ...hostMigrations,
  ...numberSeriesMigrations,
  SocialProtectionTables1767226000900,
];
