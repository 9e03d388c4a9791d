import { messagingMigrations } from '@lienthong/messaging/migrator';
import {
  DeskTaskTable1767226200000,
  hostMigrations,
  PaperReadingTable1767661700000,
  timerMigrations,
} from '@lienthong/service-host/migrator';
import { AssessmentRegime1767660700000 } from './assessment-regime.migration';
import { SlipAcceptance1767662200000 } from './slip-acceptance.migration';
import { PaymentReminders1767662300000 } from './payment-reminders.migration';
import { TaxDeskFacts1767662900002 } from './desk-facts.migration';
import { SlipVersions1767661100000 } from './slip-versions.migration';
import { DeferredPayments1767662800000 } from './deferred-payments.migration';
import { JointNotices1767662300001 } from './joint-notices.migration';
import { LandUseFees1767662500000 } from './land-use-fees.migration';
import { OverdueReviews1767662500003 } from './overdue-reviews.migration';
import { TaxMoneyFacts1767661300002 } from './money-facts.migration';
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
  DeskTaskTable1767226200000,
  SlipVersions1767661100000,
  NoticeChanges1767661200000,
  TaxMoneyFacts1767661300002,
  PaperReadingTable1767661700000,
  SlipAcceptance1767662200000,
  PaymentReminders1767662300000,
  JointNotices1767662300001,
  LandUseFees1767662500000,
  OverdueReviews1767662500003,
  DeferredPayments1767662800000,
  TaxDeskFacts1767662900002,
] as const;
