import { daysBetween } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, ListRequest, type Page, pageOf, placeOf, Roles } from '@lienthong/service-host';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dateOf } from '../days/treasury-day.rules';
import { treasuryErrors } from '../treasury.errors';
import { StatementRequest } from './statement.request';

const DAY_LIST = `
select key, entry_number as "entryNumber", kind, reference, payable_item_id as "payableItemId", account,
       budget_chapter as "budgetChapter", budget_sub_item as "budgetSubItem", amount_dong::text as "amountDong",
       debit_date::text as "debitDate", budget_year as "budgetYear"
  from ledger_entry where office = $1 and booked_on = $2 and key > $3 order by key limit $4`;

const STATEMENT = `
select account, budget_year as "budgetYear", budget_chapter as "budgetChapter", budget_sub_item as "budgetSubItem",
       count(*)::int as lines, sum(amount_dong)::text as "totalDong",
       coalesce(sum(amount_dong) filter (where kind = 'booking'), 0)::text as "bookedDong",
       coalesce(sum(amount_dong) filter (where kind <> 'booking'), 0)::text as "adjustedDong"
  from ledger_entry where office = $1 and booked_on between $2 and $3
 group by account, budget_year, budget_chapter, budget_sub_item
 order by account, budget_year, budget_chapter, budget_sub_item`;

/** At most a year and a day, so that a year can be compared with its first day. */
const LONGEST_DAYS = 366;

export interface EntryView {
  readonly key: string;
  readonly entryNumber: string;
  readonly kind: string;
  readonly reference: string;
  readonly payableItemId: string;
  readonly account: string;
  readonly budgetChapter: string;
  readonly budgetSubItem: string;
  readonly amountDong: string;
  readonly debitDate: string;
  readonly budgetYear: number;
}

export interface StatementRow {
  readonly account: string;
  readonly budgetYear: number;
  readonly budgetChapter: string;
  readonly budgetSubItem: string;
  readonly lines: number;
  readonly totalDong: string;
  readonly bookedDong: string;
  readonly adjustedDong: string;
}

export interface Statement {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly StatementRow[];
  readonly totalDong: string;
}

/** Day list and statement by account and sub-item of the own office. */
@Controller()
@ApiTags('books')
@Roles('treasury-clerk', 'agency-leader')
export class LedgerController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get('days/:date/entries')
  async entries(
    @Param('date') date: string,
    @Query() { limit, cursor }: ListRequest,
    @CurrentActor() { office }: Actor,
  ): Promise<Page<EntryView>> {
    const [after = ''] = cursor === undefined ? [] : placeOf(cursor, 1);
    const rows = await this.unitOfWork.query<EntryView>(DAY_LIST, [office, dateOf(date), after, limit + 1]);
    return pageOf(rows, limit, { view: (row) => row, place: ({ key }) => [key] });
  }

  @Get('statements')
  async statement(@Query() { from, to }: StatementRequest, @CurrentActor() { office }: Actor): Promise<Statement> {
    const days = daysBetween(from, to);
    if (days < 0 || days >= LONGEST_DAYS) throw treasuryErrors.PERIOD_INVALID({ from, to });
    const rows = await this.unitOfWork.query<StatementRow>(STATEMENT, [office, from, to]);
    const total = rows.reduce((sum, { totalDong }) => sum + BigInt(totalDong), 0n);
    return { from, to, rows, totalDong: total.toString() };
  }
}
