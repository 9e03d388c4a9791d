import { MessageFailureEntity } from '@lienthong/messaging';
import {
  DeskTaskEntity,
  hostEntities,
  NumberSeries,
  PaperReading,
  type ServiceDefinition,
  Timer,
} from '@lienthong/service-host';
import { AdjustmentRow } from './adjustments/adjustment.entity';
import { desk } from './desk.data';
import { Booking } from './bookings/booking.entity';
import { CreditAdviceRow } from './credit-advices/credit-advice.entity';
import { TreasuryDayRow } from './days/treasury-day.entity';
import { InvestigationRow } from './investigations/investigation.entity';
import { LedgerEntry } from './ledger/ledger-entry.entity';
import { treasuryMigrations } from './migrations';
import { PayableItem } from './payable-items/payable-item.entity';
import { ReconciliationRow } from './reconciliations/reconciliation.entity';
import { TreasuryConfig } from './treasury.config';
import { TreasuryModule } from './treasury.module';

export const treasuryService: ServiceDefinition = {
  member: 'treasury',
  title: 'State treasury (Kho bạc Nhà nước)',
  module: TreasuryModule,
  config: TreasuryConfig,
  entities: [
    ...hostEntities,
    DeskTaskEntity,
    MessageFailureEntity,
    Timer,
    NumberSeries,
    PaperReading,
    PayableItem,
    CreditAdviceRow,
    Booking,
    AdjustmentRow,
    InvestigationRow,
    LedgerEntry,
    TreasuryDayRow,
    ReconciliationRow,
  ],
  migrations: treasuryMigrations,
  steps: { book: 'manual' },
  desk,
  tasksOf: ['treasury-clerk', 'agency-leader'],
};
