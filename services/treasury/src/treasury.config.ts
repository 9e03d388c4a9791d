import { ServiceConfig } from '@lienthong/service-host';
import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import type { BudgetYearReading } from './ledger/budget-year.rules';

export class TreasuryConfig extends ServiceConfig {
  /** Tells the land office of bookings as well (M41, the model of 2019; REVENUE_COPY_TO_LAND); needs the grant to be enabled. */
  @IsBoolean()
  readonly revenueCopyToLand: boolean = false;

  /** F14: after so many hours money that waits for its items raises an alarm (AWAIT_ITEMS_HOURS); our reading, no text names a time. */
  @IsInt()
  @Min(1)
  @Max(720)
  readonly awaitItemsHours: number = 24;

  /** Budget year of a booking (BUDGET_YEAR): of the day of booking, or of the payer's debit; a reading until the Ministry's text was read. */
  @IsIn(['booked-on', 'debit-date'])
  readonly budgetYear: BudgetYearReading = 'booked-on';
}
