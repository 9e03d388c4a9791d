import { join } from 'node:path';
import { ServiceConfig } from '@lienthong/service-host';
import { WORK_PLANS, type WorkPlanId } from '@lienthong/procedures';
import { IsIn, IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';

export class LandRegistryConfig extends ServiceConfig {
  /** Folder of the scans that the office holds; by default `scans/land-registry` in the home folder. All instances share it. */
  @IsOptional()
  @MaxLength(1_000)
  readonly scanFolder?: string;

  @IsInt()
  @Min(1)
  @Max(1_073_741_824)
  readonly scanLimitBytes: number = 1_073_741_824;

  /** How soon a question for scans is answered, and how often one is tried again that could not be. */
  @IsInt()
  @Min(20)
  @Max(600_000)
  readonly scanSendEveryMs: number = 5_000;

  /** Which of the known plans of hours the office follows (O §1.7); a procedure without that plan has its usual one. */
  @IsIn(WORK_PLANS)
  readonly workPlan: WorkPlanId = 'thirteen-days';

  /**
   * A field that the canonical slip marks with M and that stays blank (L §2.1.3): told to officer and leader, or in the way of
   * the signature (SLIP_BLANKS). A reading: the papers as the desk forwards them (M01) do not carry these fields.
   */
  @IsIn(['warn', 'refuse'])
  readonly slipBlanks: 'warn' | 'refuse' = 'warn';

  /** How often it is looked whether a tax office has not answered in time (OVERDUE_ANSWERS_EVERY_MS). */
  @IsInt()
  @Min(20)
  @Max(3_600_000)
  readonly overdueAnswersEveryMs: number = 60_000;

  get scansFolder(): string {
    return this.scanFolder ?? join(this.home, 'scans', 'land-registry');
  }
}
