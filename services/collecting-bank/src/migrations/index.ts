import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations } from '@lienthong/service-host/migrator';
import { CollectingBankTables1767226000600 } from './collecting-bank-tables.migration';

export const collectingBankMigrations = [
  ...messagingMigrations,
  ...hostMigrations,
  CollectingBankTables1767226000600,
] as const;
