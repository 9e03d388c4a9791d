import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations, PaperReadingTable1767661700000 } from '@lienthong/service-host/migrator';
import { CollectingBankTables1767226000600 } from './collecting-bank-tables.migration';
import { BankNumberBooks1767226000601 } from './number-books.migration';

export const collectingBankMigrations = [
  ...messagingMigrations,
  ...hostMigrations,
  CollectingBankTables1767226000600,
  BankNumberBooks1767226000601,
  PaperReadingTable1767661700000,
] as const;
