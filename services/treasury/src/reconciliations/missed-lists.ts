import { addDays, instantOf, type LocalDate, vietnamCalendar } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { DailyWork, DeskTasks } from '@lienthong/service-host';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Side, reconciliationKey } from './reconciliation.rules';

/** Banks tell a day when its money has to be here (T19, 10:00 of the next transaction day). */
const LOOKED_AT_MS = 12 * 3_600_000;
/** After a night in which all were away, those who tell come first. */
const GRACE_MS = 15 * 60_000;

/** Who has money or entries of a day in the books, and has told no whole list of it. */
const MISSING = `
(select office, 'collecting-bank' as "toldBy", bank_code as side from credit_advice where debit_date = $1
 union
 select office, 'tax', tax_office_code from ledger_entry where booked_on = $1
  group by office, tax_office_code, reference, payable_item_id having sum(amount_dong) > 0)
except
select office, told_by, side from day_reconciliation where date = $1 and state <> 'waiting'
order by 1, 2, 3`;

/** M47 is compulsory: a day that a bank or a tax office has not told is somebody's task, every day by itself. */
@Injectable()
export class MissedLists implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: DeskTasks,
    private readonly daily: DailyWork,
  ) {}

  onModuleInit(): void {
    const dueAt = (date: LocalDate): Date => instantOf(vietnamCalendar.nextWorkingDay(addDays(date, 1)), LOOKED_AT_MS);
    this.daily.every({ kind: 'missed-lists', dueAt, graceMs: GRACE_MS, work: (date) => this.look(date) });
  }

  private async look(date: LocalDate): Promise<void> {
    for (const of of await this.unitOfWork.query<Side>(MISSING, [date])) {
      const text = `Chưa có bảng kê đối soát ngày ${date} của ${of.toldBy} (${of.side}).`;
      this.tasks.open({ kind: 'alarm', office: of.office, dossierCode: reconciliationKey(of, date), text });
    }
  }
}
