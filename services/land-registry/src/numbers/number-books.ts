import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberSeriesEntity } from './number-series.entity';
import { certificateSerial, officeNumber, type OfficeSeries, SERIAL_SERIES, seriesKey } from './number-series.rules';

/** Draws the next number of a book inside the unit of work: it is used exactly when the work commits. */
@Injectable()
export class NumberBooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async next(series: OfficeSeries, office: string): Promise<string> {
    const book = { office, year: yearOf(this.clock.now()) };
    return officeNumber(series, book, await this.draw(seriesKey(series, book)));
  }

  async nextSerial(): Promise<string> {
    return certificateSerial(await this.draw(SERIAL_SERIES));
  }

  private async draw(key: string): Promise<number> {
    const last = (await this.unitOfWork.find(NumberSeriesEntity, key))?.last ?? 0;
    this.unitOfWork.save(NumberSeriesEntity, { key, last: last + 1 });
    return last + 1;
  }
}

/** The year of a moment in Vietnam; the books start anew with it. */
export function yearOf(at: Date): number {
  return Number(localDate(at).slice(0, 4));
}
