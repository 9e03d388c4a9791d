import { hostEntities, NumberSeries, type ServiceDefinition } from '@lienthong/service-host';
import { desk } from './desk.data';
import { BankConfig } from './collecting-bank.config';
import { CollectingBankModule } from './collecting-bank.module';
import { collectingBankMigrations } from './migrations';
import { PayableItem } from './payable-items/payable-item.entity';
import { Voucher } from './payments/voucher.entity';

export const collectingBankService: ServiceDefinition = {
  member: 'collecting-bank',
  title: 'Collecting bank (ngân hàng phối hợp thu)',
  module: CollectingBankModule,
  config: BankConfig,
  entities: [...hostEntities, PayableItem, Voucher, NumberSeries],
  migrations: collectingBankMigrations,
  steps: { debit: 'manual' },
  desk,
};
