import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberSeries } from './number-series.entity';

const DIGITS = 5;

/** Key of the series that numbers one kind of paper of an office in a year. */
export function seriesKey(kind: string, office: string, year: string): string {
  return `${kind}|${office}|${year}`;
}

/** `00012/2026/CT06-TRAN-BIEN`: number, year, kind of paper, office. */
export function paperNumber(kind: string, office: string, year: string, number: number): string {
  return `${String(number).padStart(DIGITS, '0')}/${year}/${kind}-${office.toUpperCase()}`;
}

/**
 * Numbers of an agency's papers, gap-free per kind, office and year: a number is used exactly when the unit of work commits.
 * The service lists `NumberSeries` among its entities and `NumberSeriesTable…` among its migrations.
 */
@Injectable()
export class NumberBooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The number of the next paper of this kind at this office. */
  async next(kind: string, office: string): Promise<string> {
    const year = localDate(this.clock.now()).slice(0, 4);
    return paperNumber(kind, office, year, await this.draw(seriesKey(kind, office, year)));
  }

  /** The next number of a series of another form. */
  async draw(key: string): Promise<number> {
    const last = (await this.unitOfWork.find(NumberSeries, key))?.last ?? 0;
    this.unitOfWork.save(NumberSeries, { key, last: last + 1 });
    return last + 1;
  }
}
