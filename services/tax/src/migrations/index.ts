import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations, timerMigrations } from '@lienthong/service-host/migrator';
import { AssessmentRegime1767660700000 } from './assessment-regime.migration';
import { NoticeChanges1767661200000 } from './notice-changes.migration';
import { TaxScans1767313320000 } from './tax-scans.migration';
import { TaxTables1767226000300 } from './tax-tables.migration';
import { TaxNumberBooks1767226000301 } from './number-books.migration';

export const taxMigrations = [
  ...messagingMigrations,
  ...hostMigrations,
  ...timerMigrations,
  TaxTables1767226000300,
  TaxNumberBooks1767226000301,
  TaxScans1767313320000,
  AssessmentRegime1767660700000,
  NoticeChanges1767661200000,
] as const;
