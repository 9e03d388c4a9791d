import { messagingMigrations } from '@lienthong/messaging/migrator';
import { DeskTaskTable1767226200000, hostMigrations, timerMigrations } from '@lienthong/service-host/migrator';
import { CollectingBankTables1767226000600 } from './collecting-bank-tables.migration';
import { BankCounterAndOrders1767661300001 } from './counter-and-orders.migration';
import { BankNumberBooks1767226000601 } from './number-books.migration';

export const collectingBankMigrations = [
  ...messagingMigrations,
  ...hostMigrations,
  ...timerMigrations,
  CollectingBankTables1767226000600,
  BankNumberBooks1767226000601,
  DeskTaskTable1767226200000,
  BankCounterAndOrders1767661300001,
] as const;
