import { addDays, instantOf, type LocalDate, vietnamCalendar } from '@lienthong/kernel';
import {
  type DayAmount,
  type DayList,
  dayLists,
  officeByTreasuryCode,
  VouchersOfDayToldV1,
} from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { DailyWork, NumberBooks } from '@lienthong/service-host';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BankConfig } from '../collecting-bank.config';
import { bankErrors } from '../collecting-bank.errors';

/** The money of a day is at the treasury by 10:00 of the next transaction day (T19); the day is told when that has passed. */
const TOLD_AT_MS = (10 * 60 + 30) * 60_000;

const OF_DAY = `
select reference, total_dong::text as "amountDong" from voucher
 where treasury_code = $1 and debit_date = $2 and office = $3 order by reference limit 1998000`;
const DAYS = `
select distinct office, treasury_code as "treasuryCode" from voucher where debit_date = $1
 order by office, treasury_code`;

/** A day of an office of the bank with one treasury office. */
export interface DayToTell {
  readonly office: string;
  readonly date: LocalDate;
  readonly treasuryCode: string;
}

export type ToldDay = Pick<DayList, 'run' | 'count' | 'totalDong'>;

/** M47: every day on which money was debited is told to the treasury by itself, and again when a clerk asks for it. */
@Injectable()
export class TellDay implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly daily: DailyWork,
    private readonly config: BankConfig,
  ) {}

  onModuleInit(): void {
    const dueAt = (date: LocalDate): Date => instantOf(vietnamCalendar.nextWorkingDay(addDays(date, 1)), TOLD_AT_MS);
    this.daily.every({ kind: 'tell-day', dueAt, work: (date) => this.tellAll(date) });
  }

  async tell({ office: fromOffice, date, treasuryCode }: DayToTell): Promise<ToldDay> {
    const treasury = officeByTreasuryCode(treasuryCode, date);
    if (!treasury) throw bankErrors.OFFICE_NOT_FOUND({ code: treasuryCode });
    const run = await this.books.draw(`reconciliation|${treasuryCode}|${date}`);
    const amounts = await this.unitOfWork.query<DayAmount>(OF_DAY, [treasuryCode, date, fromOffice]);
    const lists = dayLists({ date, treasuryCode, run }, amounts);
    const { bankCode } = this.config;
    const route = { fromOffice, to: [{ member: 'treasury', office: treasury.id }] };
    for (const list of lists) this.unitOfWork.send(VouchersOfDayToldV1, { ...list, bankCode }, route);
    const [{ count, totalDong }] = lists;
    return { run, count, totalDong };
  }

  private async tellAll(date: LocalDate): Promise<void> {
    for (const day of await this.unitOfWork.query<Omit<DayToTell, 'date'>>(DAYS, [date])) {
      await this.tell({ ...day, date });
    }
  }
}
