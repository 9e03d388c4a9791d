import { hostEntities, NumberSeries, type ServiceDefinition } from '@lienthong/service-host';
import { desk } from './desk.data';
import { Booking } from './bookings/booking.entity';
import { CreditAdviceRow } from './credit-advices/credit-advice.entity';
import { treasuryMigrations } from './migrations';
import { PayableItem } from './payable-items/payable-item.entity';
import { TreasuryConfig } from './treasury.config';
import { TreasuryModule } from './treasury.module';

export const treasuryService: ServiceDefinition = {
  member: 'treasury',
  title: 'State treasury (Kho bạc Nhà nước)',
  module: TreasuryModule,
  config: TreasuryConfig,
  entities: [...hostEntities, PayableItem, CreditAdviceRow, Booking, NumberSeries],
  migrations: treasuryMigrations,
  steps: { book: 'manual' },
  desk,
};
