import { ServiceConfig } from '@lienthong/service-host';
import { ArrayMaxSize, IsIn, IsInt, Matches, Max, Min } from 'class-validator';

export class IntakeConfig extends ServiceConfig {
  /** Where declarations of birth come from: the desk and its portal, or beside it the national interlinked software (BIRTHS_FROM). */
  @IsIn(['desk', 'desk-and-interlinked-software'])
  readonly birthsFrom: 'desk' | 'desk-and-interlinked-software' = 'desk';

  /** Codes of communes 50 km away or more, hard to reach, or without internet; none by default (REMOTE_COMMUNES). */
  @ArrayMaxSize(500)
  @Matches(/^[0-9]{5}$/, { each: true })
  readonly remoteCommunes: string[] = [];

  /** How often the interlinked software is asked for new births and told what became of them (INTERLINKED_EVERY_MS). */
  @IsInt()
  @Min(20)
  @Max(3_600_000)
  readonly interlinkedEveryMs: number = 30_000;
}
