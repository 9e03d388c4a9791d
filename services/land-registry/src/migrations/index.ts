import { messagingMigrations } from '@lienthong/messaging/migrator';
import {
  DeskTaskTable1767226200000,
  hostMigrations,
  PaperReadingTable1767661700000,
  timerMigrations,
} from '@lienthong/service-host/migrator';
import { LandInstances1767226000201 } from './land-instances.migration';
import { LandRequests1767661500001 } from './land-requests.migration';
import { LandLetters1767661400000 } from './land-letters.migration';
import { LandScans1767313310000 } from './land-scans.migration';
import { LandTables1767226000200 } from './land-tables.migration';
import { LandParcelDetails1767662700001 } from './parcel-details.migration';
import { LandSlipAnswerBy1767662700000 } from './slip-answer-by.migration';
import { SentSlips1767661100001 } from './slip-versions.migration';
import { LandNumberBooks1767226000202 } from './number-books.migration';
import { LandOverdueReviews1767662500002 } from './overdue-reviews.migration';
import { LandTimeExtensions1767662500001 } from './time-extensions.migration';
import { LandRecordEntries1767662900001 } from './record-entries.migration';
import { LandTaxNotes1767661200003 } from './tax-notes.migration';

export const migrations = [
  ...messagingMigrations,
  ...hostMigrations,
  LandTables1767226000200,
  LandInstances1767226000201,
  LandNumberBooks1767226000202,
  DeskTaskTable1767226200000,
  LandScans1767313310000,
  SentSlips1767661100001,
  LandTaxNotes1767661200003,
  LandRequests1767661500001,
  ...timerMigrations,
  LandLetters1767661400000,
  PaperReadingTable1767661700000,
  LandTimeExtensions1767662500001,
  LandOverdueReviews1767662500002,
  LandSlipAnswerBy1767662700000,
  LandParcelDetails1767662700001,
  LandRecordEntries1767662900001,
];
