import { messagingMigrations } from '@lienthong/messaging/migrator';
import { hostMigrations, PaperReadingTable1767661700000 } from '@lienthong/service-host/migrator';
import { AssessmentRegime1767660700000 } from './assessment-regime.migration';
import { TaxScans1767313320000 } from './tax-scans.migration';
import { TaxTables1767226000300 } from './tax-tables.migration';
import { TaxNumberBooks1767226000301 } from './number-books.migration';

export const taxMigrations = [
  ...messagingMigrations,
  ...hostMigrations,
  TaxTables1767226000300,
  TaxNumberBooks1767226000301,
  TaxScans1767313320000,
  AssessmentRegime1767660700000,
  PaperReadingTable1767661700000,
] as const;
