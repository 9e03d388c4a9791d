import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, ListOf, Text, Whole } from '@lienthong/envelope';
import { TREASURY_CODE } from '../patterns';
import { DayAmount } from './day-amount.part';

/** The list of one side for one treasury office and day; a long one comes in parts, each telling count and sum of the whole. */
export class DayList {
  @DateText()
  readonly date: string;

  @Text({ max: 4, pattern: TREASURY_CODE })
  readonly treasuryCode: string;

  /** Lần đối soát: a later run of the day replaces the earlier one. */
  @Whole({ min: 1, max: 999 })
  readonly run: number;

  @Whole({ min: 1, max: 999 })
  readonly part: number;

  @Whole({ min: 1, max: 999 })
  readonly parts: number;

  @Whole({ min: 0, max: 1_998_000 })
  readonly count: number;

  @DongAmount()
  readonly totalDong: DongText;

  @ListOf(() => DayAmount, { min: 0, max: 2000 })
  readonly amounts: readonly DayAmount[];
}
