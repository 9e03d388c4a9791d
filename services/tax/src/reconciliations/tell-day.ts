import type { LocalDate } from '@lienthong/kernel';
import {
  BookingsOfDayToldV1,
  type DayAmount,
  type DayList,
  dayLists,
  officeById,
  officeByTreasuryCode,
} from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { DailyWork, NumberBooks } from '@lienthong/service-host';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { taxErrors } from '../tax.errors';
import { bookedOnSql, daysBookedSql } from './booked-on.query';

/** A day of a tax office with one treasury office. */
export interface DayToTell {
  readonly office: string;
  readonly date: LocalDate;
  readonly treasuryCode: string;
}

export type ToldDay = Pick<DayList, 'run' | 'count' | 'totalDong'>;

/** M47: every day on which something was booked is told to the treasury by itself, and again when an officer asks for it. */
@Injectable()
export class TellDay implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly daily: DailyWork,
  ) {}

  onModuleInit(): void {
    this.daily.every({ kind: 'tell-day', work: (date) => this.tellAll(date) });
  }

  async tell({ office: fromOffice, date, treasuryCode }: DayToTell): Promise<ToldDay> {
    const treasury = officeByTreasuryCode(treasuryCode, date);
    const taxOfficeCode = officeById('tax', fromOffice, date)?.taxOfficeCode;
    if (!treasury || taxOfficeCode === undefined) throw taxErrors.TREASURY_UNKNOWN({ code: treasuryCode });
    const run = await this.books.draw(`reconciliation|${fromOffice}|${treasuryCode}|${date}`);
    const amounts = await this.unitOfWork.query<DayAmount>(bookedOnSql, [fromOffice, date, treasuryCode]);
    const lists = dayLists({ date, treasuryCode, run }, amounts);
    const route = { fromOffice, to: [{ member: 'treasury', office: treasury.id }] };
    for (const list of lists) this.unitOfWork.send(BookingsOfDayToldV1, { ...list, taxOfficeCode }, route);
    const [{ count, totalDong }] = lists;
    return { run, count, totalDong };
  }

  private async tellAll(date: LocalDate): Promise<void> {
    for (const day of await this.unitOfWork.query<Omit<DayToTell, 'date'>>(daysBookedSql, [date])) {
      await this.tell({ ...day, date });
    }
  }
}
