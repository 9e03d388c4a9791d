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
import { BankConfig } from './collecting-bank.config';
import { CollectingBankModule } from './collecting-bank.module';
import { DebtQuery } from './debts/debt-query.entity';
import { collectingBankMigrations } from './migrations';
import { PaymentOrderRow } from './orders/payment-order.entity';
import { PayableItem } from './payable-items/payable-item.entity';
import { Voucher } from './payments/voucher.entity';
import { DayReconciliation } from './reconciliations/day-reconciliation.entity';

export const collectingBankService: ServiceDefinition = {
  member: 'collecting-bank',
  title: 'Collecting bank (ngân hàng phối hợp thu)',
  module: CollectingBankModule,
  config: BankConfig,
  entities: [
    ...hostEntities,
    DeskTaskEntity,
    MessageFailureEntity,
    Timer,
    NumberSeries,
    PaperReading,
    PayableItem,
    Voucher,
    PaymentOrderRow,
    DayReconciliation,
    DebtQuery,
  ],
  migrations: collectingBankMigrations,
  steps: { debit: 'manual', transfer: 'automatic-when-clean' },
  desk,
  tasksOf: ['bank-clerk', 'agency-leader'],
};
