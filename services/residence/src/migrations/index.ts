import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations } from '@lienthong/service-host/migrator';

export const migrations = [...messagingMigrations, ...hostMigrations];
