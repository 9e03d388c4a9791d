import { Clock, dong, localDate, type LocalDate, vietnamCalendar, type WorkingCalendar } from '@lienthong/kernel';
import { Injectable } from '@nestjs/common';
import { TaxConfig } from '../tax.config';
import type { Readings } from './readings.data';

/** By what the office computes beside the law: its clock, the calendar, and how it reads what the texts leave open. */
@Injectable()
export class OfficeTerms {
  readonly calendar: WorkingCalendar = vietnamCalendar;
  readonly readings: Readings;
  /** A second officer confirms amounts above it. */
  readonly confirmOverDong: bigint;

  constructor(
    private readonly clock: Clock,
    config: TaxConfig,
  ) {
    this.readings = config;
    this.confirmOverDong = dong(config.confirmOverDong);
  }

  now(): Date {
    return this.clock.now();
  }

  today(): LocalDate {
    return localDate(this.now());
  }
}
