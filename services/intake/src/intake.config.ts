import { ServiceConfig } from '@lienthong/service-host';
import { IsIn, IsInt, Max, Min } from 'class-validator';

export class IntakeConfig extends ServiceConfig {
  /** Where declarations of birth come from: the desk and its portal, or beside it the national interlinked software (BIRTHS_FROM). */
  @IsIn(['desk', 'desk-and-interlinked-software'])
  readonly birthsFrom: 'desk' | 'desk-and-interlinked-software' = 'desk';

  /** How often the interlinked software is asked for new births and told what became of them (INTERLINKED_EVERY_MS). */
  @IsInt()
  @Min(20)
  @Max(3_600_000)
  readonly interlinkedEveryMs: number = 30_000;
}
