import { MessageFailureEntity } from '@lienthong/messaging';
import {
  DeskTaskEntity,
  hostEntities,
  NumberSeries,
  PaperReading,
  type ServiceDefinition,
  Timer,
} from '@lienthong/service-host';
import { desk } from './desk.data';
import { AssessmentRow } from './assessments/assessment.entity';
import { taxMigrations } from './migrations';
import { PaymentNoticeRow } from './notices/payment-notice.entity';
import { Obligation } from './obligations/obligation.entity';
import { OverdueReview } from './overdue/overdue-review.entity';
import { Overpayment } from './obligations/overpayment.entity';
import { PayableItem } from './obligations/payable-item.entity';
import { PaymentInvestigation } from './payment-investigations/payment-investigation.entity';
import { LandPrice } from './price-table/land-price.entity';
import { DayReconciliation } from './reconciliations/day-reconciliation.entity';
import { ScanRequest } from './scans/scan-request.entity';
import { TaxConfig } from './tax.config';
import { TaxModule } from './tax.module';
import { CompletionRequest } from './transfer-slips/completion-request.entity';
import { TransferSlip } from './transfer-slips/transfer-slip.entity';

export const taxService: ServiceDefinition = {
  member: 'tax',
  title: 'Tax office (cơ quan thuế)',
  module: TaxModule,
  config: TaxConfig,
  entities: [
    ...hostEntities,
    LandPrice,
    TransferSlip,
    CompletionRequest,
    DeskTaskEntity,
    MessageFailureEntity,
    AssessmentRow,
    NumberSeries,
    Timer,
    PaperReading,
    PaymentNoticeRow,
    PayableItem,
    Obligation,
    Overpayment,
    OverdueReview,
    ScanRequest,
    PaymentInvestigation,
    DayReconciliation,
  ],
  migrations: taxMigrations,
  steps: { accept: 'automatic-when-clean', issue: 'manual' },
  desk,
  tasksOf: ['tax-officer', 'agency-leader'],
};
