import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations } from '@lienthong/service-host/migrator';
import { TaxTables1767226000300 } from './tax-tables.migration';

export const taxMigrations = [...messagingMigrations, ...hostMigrations, TaxTables1767226000300] as const;
