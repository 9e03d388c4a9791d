import { ServiceConfig } from '@lienthong/service-host';
import { IsInt, Matches, Max, Min } from 'class-validator';

export class HealthInsuranceConfig extends ServiceConfig {
  /** First two digits of the social insurance numbers given here (HOME_PROVINCE_CODE). */
  @Matches(/^[0-9]{2}$/)
  readonly homeProvinceCode: string = '75';

  /** How often it is looked for papers that were not brought in time (SUPPLEMENT_SWEEP_MS); limits are whole days. */
  @IsInt()
  @Min(1_000)
  @Max(86_400_000)
  readonly supplementSweepMs: number = 3_600_000;
}
