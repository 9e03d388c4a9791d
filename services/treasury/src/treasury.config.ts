import { ServiceConfig } from '@lienthong/service-host';
import { IsBoolean } from 'class-validator';

export class TreasuryConfig extends ServiceConfig {
  /** Tells the land office of bookings as well (M41, the model of 2019; REVENUE_COPY_TO_LAND); needs the grant to be enabled. */
  @IsBoolean()
  readonly revenueCopyToLand: boolean = false;
}
