import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations } from '@lienthong/service-host/migrator';
import { CivilDossiers1767226000110 } from './civil-dossiers.migration';
import { IntakeTables1767226000100 } from './intake-tables.migration';

export const migrations = [
  ...messagingMigrations,
  ...hostMigrations,
  IntakeTables1767226000100,
  CivilDossiers1767226000110,
];
