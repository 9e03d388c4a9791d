import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations, PaperReadingTable1767661700000 } from '@lienthong/service-host/migrator';
import { TreasuryTables1767226000400 } from './treasury-tables.migration';
import { TreasuryNumberBooks1767226000401 } from './number-books.migration';

export const treasuryMigrations = [
  ...messagingMigrations,
  ...hostMigrations,
  TreasuryTables1767226000400,
  TreasuryNumberBooks1767226000401,
  PaperReadingTable1767661700000,
] as const;
