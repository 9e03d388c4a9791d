import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations } from '@lienthong/service-host/migrator';
import { CivilDossiers1767226000110 } from './civil-dossiers.migration';
import { IntakeTables1767226000100 } from './intake-tables.migration';
import { IntakeNumberBooks1767226000111 } from './number-books.migration';

export const migrations = [
  ...messagingMigrations,
  ...hostMigrations,
  IntakeTables1767226000100,
  CivilDossiers1767226000110,
  IntakeNumberBooks1767226000111,
];
