import { messagingMigrations } from '@lienthong/messaging';
import { hostMigrations } from '@lienthong/service-host';

export const migrations = [...messagingMigrations, ...hostMigrations];
