import { type DongText, dongText, isLocalDate } from '@lienthong/kernel';
import { type DayReconciledV1, officeByTreasuryCode, VouchersOfDayToldV1 } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, NumberBooks, Roles } from '@lienthong/service-host';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BankConfig } from '../collecting-bank.config';
import { bankErrors } from '../collecting-bank.errors';
import { TellDayRequest } from './tell-day.request';

/** So many vouchers travel in one message. */
const PART = 2000;
const OF_DAY = `
select reference, total_dong::text as "amountDong" from voucher
 where treasury_code = $1 and debit_date = $2 and office = $3 order by reference limit 1998000`;
const ANSWERS = `select answer from day_reconciliation where office = $1 and key like '%|' || $2 order by key limit 100`;

interface Amount {
  readonly reference: string;
  readonly amountDong: DongText;
}

/** M47: the bank tells the treasury its vouchers of a day, and sees what the treasury answered. */
@Controller('reconciliations')
@ApiTags('reconciliations')
@Roles('bank-clerk')
export class ReconciliationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly config: BankConfig,
  ) {}

  @Post()
  @Creates()
  async tell(
    @Body() { date, treasuryCode }: TellDayRequest,
    @CurrentActor() { office: fromOffice }: Actor,
  ): Promise<{ readonly run: number; readonly count: number; readonly totalDong: string }> {
    const treasury = officeByTreasuryCode(treasuryCode, date);
    if (!treasury) throw bankErrors.OFFICE_NOT_FOUND({ code: treasuryCode });
    const run = await this.books.draw(`reconciliation|${treasuryCode}|${date}`);
    const amounts = await this.unitOfWork.query<Amount>(OF_DAY, [treasuryCode, date, fromOffice]);
    const total = amounts.reduce((sum, { amountDong }) => sum + BigInt(amountDong), 0n);
    const parts = Math.max(1, Math.ceil(amounts.length / PART));
    const { bankCode } = this.config;
    const head = { bankCode, date, treasuryCode, run, parts, count: amounts.length, totalDong: dongText(total) };
    for (let part = 1; part <= parts; part += 1) {
      const body = { ...head, part, amounts: amounts.slice((part - 1) * PART, part * PART) };
      this.unitOfWork.send(VouchersOfDayToldV1, body, {
        fromOffice,
        to: [{ member: 'treasury', office: treasury.id }],
      });
    }
    return { run, count: head.count, totalDong: head.totalDong };
  }

  @Get(':date')
  async answers(
    @Param('date') date: string,
    @CurrentActor() { office }: Actor,
  ): Promise<{ readonly items: readonly DayReconciledV1[] }> {
    if (!isLocalDate(date)) throw bankErrors.DATE_INVALID({ text: String(date).slice(0, 20) });
    const rows = await this.unitOfWork.query<{ answer: DayReconciledV1 }>(ANSWERS, [office, date]);
    return { items: rows.map(({ answer }) => answer) };
  }
}
