import { DONG_PATTERN } from '@lienthong/kernel';
import { ServiceConfig } from '@lienthong/service-host';
import { IsIn, Matches } from 'class-validator';
import { defaultReadings, readingChoices, type Readings } from './law/readings.data';

/**
 * Rates and deadlines are dated data; the settings of a tax office answer the questions that no text answers (`Readings`),
 * each by a variable named like its field, FEE_COMPARISON for instance.
 */
export class TaxConfig extends ServiceConfig implements Readings {
  /** Amounts of a dossier above it, in đồng, are confirmed by a second officer. */
  @Matches(DONG_PATTERN)
  readonly confirmOverDong: string = '1000000000';

  @IsIn(readingChoices.rounding)
  readonly rounding: Readings['rounding'] = defaultReadings.rounding;

  @IsIn(readingChoices.roundingUnitDong)
  readonly roundingUnitDong: 1 | 1000 = defaultReadings.roundingUnitDong;

  @IsIn(readingChoices.feeCap)
  readonly feeCap: Readings['feeCap'] = defaultReadings.feeCap;

  @IsIn(readingChoices.feeComparison)
  readonly feeComparison: Readings['feeComparison'] = defaultReadings.feeComparison;

  @IsIn(readingChoices.dueDate)
  readonly dueDate: Readings['dueDate'] = defaultReadings.dueDate;

  @IsIn(readingChoices.raisedLandUseFee)
  readonly raisedLandUseFee: Readings['raisedLandUseFee'] = defaultReadings.raisedLandUseFee;

  @IsIn(readingChoices.soleHomeUntil)
  readonly soleHomeUntil: Readings['soleHomeUntil'] = defaultReadings.soleHomeUntil;

  @IsIn(readingChoices.kinship)
  readonly kinship: Readings['kinship'] = defaultReadings.kinship;

  @IsIn(readingChoices.interestRounding)
  readonly interestRounding: Readings['interestRounding'] = defaultReadings.interestRounding;
}
