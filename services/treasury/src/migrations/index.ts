import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations } from '@lienthong/service-host/migrator';
import { TreasuryClosedItems1767661200002 } from './closed-items.migration';
import { TreasuryTables1767226000400 } from './treasury-tables.migration';
import { TreasuryNumberBooks1767226000401 } from './number-books.migration';

export const treasuryMigrations = [
  ...messagingMigrations,
  ...hostMigrations,
  TreasuryTables1767226000400,
  TreasuryNumberBooks1767226000401,
  TreasuryClosedItems1767661200002,
] as const;
