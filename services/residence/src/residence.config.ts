import { ServiceConfig } from '@lienthong/service-host';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { type NationalAnswer, nationalAnswers } from './deregistrations/national-answer.state';

const DAY_MS = 86_400_000;

export class ResidenceConfig extends ServiceConfig {
  /** The province whose register this is (HOME_PROVINCE_CODE); a residence elsewhere is ended by the police there. */
  @Matches(/^[0-9]{2}$/)
  readonly homeProvinceCode: string = '75';

  /** How often the police of another province are asked while they have not answered (NATIONAL_ASK_AGAIN_MS). */
  @IsInt()
  @Min(50)
  @Max(DAY_MS)
  readonly nationalAskAgainMs: number = 1_000;

  /** After how long the local stand-in for them answers (NATIONAL_ANSWER_AFTER_MS). */
  @IsInt()
  @Min(0)
  @Max(7 * DAY_MS)
  readonly nationalAnswerAfterMs: number = 2_000;

  /** How the local stand-in for them answers one request after the other; `away` is not reached at first (NATIONAL_ANSWERS). */
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsIn(nationalAnswers, { each: true })
  readonly nationalAnswers: NationalAnswer[] = ['deregistered'];

  /** How often it is looked for papers that were not brought in time (SUPPLEMENT_SWEEP_MS); limits are whole days. */
  @IsInt()
  @Min(1_000)
  @Max(DAY_MS)
  readonly supplementSweepMs: number = 3_600_000;
}
