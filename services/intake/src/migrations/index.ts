import { messagingMigrations } from '@lienthong/messaging/migrator';
import { DeskTaskTable1767226200000, hostMigrations } from '@lienthong/service-host/migrator';
import { DossiersAtTax1767662800002 } from './at-tax.migration';
import { CivilDossiers1767226000110 } from './civil-dossiers.migration';
import { InterlinkedDossiers1767226200110 } from './interlinked-dossiers.migration';
import { IntakeTables1767226000100 } from './intake-tables.migration';
import { LandLetters1767661400000 } from './land-letters.migration';
import { LandOfficeChannel1767661500000 } from './land-office-channel.migration';
import { MoneyNotices1767662499900 } from './money-notices.migration';
import { IntakeNumberBooks1767226000111 } from './number-books.migration';

export const migrations = [
  ...messagingMigrations,
  ...hostMigrations,
  IntakeTables1767226000100,
  CivilDossiers1767226000110,
  IntakeNumberBooks1767226000111,
  DeskTaskTable1767226200000,
  InterlinkedDossiers1767226200110,
  LandLetters1767661400000,
  LandOfficeChannel1767661500000,
  MoneyNotices1767662499900,
  DossiersAtTax1767662800002,
];
