import { messagingMigrations } from '@lienthong/messaging/migrator';
import {
  DeskTaskTable1767226200000,
  hostMigrations,
  PaperReadingTable1767661700000,
  timerMigrations,
} from '@lienthong/service-host/migrator';
import { TreasuryClosedItems1767661200002 } from './closed-items.migration';
import { TreasuryMoneyFacts1767661300000 } from './money-facts.migration';
import { TreasuryTables1767226000400 } from './treasury-tables.migration';
import { TreasuryNumberBooks1767226000401 } from './number-books.migration';

export const treasuryMigrations = [
  ...messagingMigrations,
  ...hostMigrations,
  ...timerMigrations,
  TreasuryTables1767226000400,
  TreasuryNumberBooks1767226000401,
  DeskTaskTable1767226200000,
  TreasuryClosedItems1767661200002,
  TreasuryMoneyFacts1767661300000,
  PaperReadingTable1767661700000,
] as const;
