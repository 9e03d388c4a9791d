import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NoticeSeriesEntity } from './notice-series.entity';

const DIGITS = 5;

/** Numbers of written notices: `00001/2026/TB-TRAN-BIEN`. */
@Injectable()
export class NoticeNumbers {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async next(office: string, on: LocalDate): Promise<string> {
    const year = on.slice(0, 4);
    const key = `${office}|${year}`;
    const last = ((await this.unitOfWork.find(NoticeSeriesEntity, key))?.last ?? 0) + 1;
    this.unitOfWork.save(NoticeSeriesEntity, { key, last });
    return `${String(last).padStart(DIGITS, '0')}/${year}/TB-${office.toUpperCase()}`;
  }
}
