import { messagingMigrations } from '@lienthong/messaging/migrator';
import {
  DeskTaskTable1767226200000,
  hostMigrations,
  PaperReadingTable1767661700000,
  timerMigrations,
} from '@lienthong/service-host/migrator';
import { BankClosedItems1767661200001 } from './closed-items.migration';
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
  BankClosedItems1767661200001,
  BankCounterAndOrders1767661300001,
  PaperReadingTable1767661700000,
] as const;
