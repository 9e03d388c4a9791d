import { ServiceConfig } from '@lienthong/service-host';
import { ArrayMaxSize, ArrayMinSize, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { type PopulationAnswer, populationAnswers } from './population/local-population.state';

export class CivilStatusConfig extends ServiceConfig {
  /** Province part of the personal numbers of births registered here (PERSONAL_NUMBER_PROVINCE): Đồng Nai. */
  @Matches(/^[0-9]{3}$/)
  readonly personalNumberProvince: string = '075';

  /** Pages of one register book (PAGES_PER_BOOK). */
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly pagesPerBook: number = 200;

  /** How the local stand-in for the population database answers its allocations in turn (POPULATION_ANSWERS). */
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @IsIn(populationAnswers, { each: true })
  readonly populationAnswers: PopulationAnswer[] = ['prompt'];

  /** After how long the stand-in shows a number that it answers late with (POPULATION_LATE_MS). */
  @IsInt()
  @Min(0)
  @Max(86_400_000)
  readonly populationLateMs: number = 2_000;

  /** The population database is asked again after this time, then after twice as long, up to an hour (NUMBER_AGAIN_MS). */
  @IsInt()
  @Min(50)
  @Max(3_600_000)
  readonly numberAgainMs: number = 1_000;

  /** When it is first looked for numbers that came late, after one is in use; then ever more seldom (SURPLUS_LOOK_MS). */
  @IsInt()
  @Min(50)
  @Max(3_600_000)
  readonly surplusLookMs: number = 5_000;
}
