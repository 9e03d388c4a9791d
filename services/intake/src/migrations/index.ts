import { messagingMigrations } from '@lienthong/messaging';
import { hostMigrations } from '@lienthong/service-host';
import { IntakeTables1767226000100 } from './intake-tables.migration';

export const migrations = [...messagingMigrations, ...hostMigrations, IntakeTables1767226000100];
