import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations } from '@lienthong/service-host/migrator';
import { BankClosedItems1767661200001 } from './closed-items.migration';
import { CollectingBankTables1767226000600 } from './collecting-bank-tables.migration';
import { BankNumberBooks1767226000601 } from './number-books.migration';

export const collectingBankMigrations = [
  ...messagingMigrations,
  ...hostMigrations,
  CollectingBankTables1767226000600,
  BankNumberBooks1767226000601,
  BankClosedItems1767661200001,
] as const;
