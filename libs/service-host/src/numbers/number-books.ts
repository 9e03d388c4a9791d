import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberSeries } from './number-series.entity';

const DIGITS = 5;

/** Key of the series that numbers one kind of paper of an office in a year. */
export function seriesKey(kind: string, office: string, year: string): string {
  return `${kind}|${office}|${year}`;
}

/** One paper of an office: its kind, and its number in the year. */
export interface NumberedPaper {
  readonly kind: string;
  readonly office: string;
  readonly year: string;
  readonly number: number;
}

/** `00012/2026/CT06-TRAN-BIEN`: number, year, kind of paper, office. A longer number is never cut. */
export function paperNumber({ kind, office, year, number }: NumberedPaper, digits = DIGITS): string {
  return `${String(number).padStart(digits, '0')}/${year}/${kind}-${office.toUpperCase()}`;
}

/**
 * Numbers of an agency's papers, gap-free per kind, office and year: a number is used exactly when the unit of work commits.
 * The service lists `NumberSeries` among its entities and `numberSeriesMigrations` among its migrations.
 */
@Injectable()
export class NumberBooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The number of the next paper of this kind at this office, with at least so many digits. */
  async next(kind: string, office: string, digits = DIGITS): Promise<string> {
    const year = localDate(this.clock.now()).slice(0, 4);
    const number = await this.draw(seriesKey(kind, office, year));
    return paperNumber({ kind, office, year, number }, digits);
  }

  /** Draws `count` following numbers of a series of another form; gives the first. */
  async draw(key: string, count = 1): Promise<number> {
    const last = Number((await this.unitOfWork.find(NumberSeries, key))?.last ?? 0);
    this.unitOfWork.save(NumberSeries, { key, last: String(last + count) });
    return last + 1;
  }
}
