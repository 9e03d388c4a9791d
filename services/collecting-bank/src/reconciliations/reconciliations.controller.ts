import { isLocalDate } from '@lienthong/kernel';
import type { DayReconciledV1 } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, Roles } from '@lienthong/service-host';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bankErrors } from '../collecting-bank.errors';
import { TellDay, type ToldDay } from './tell-day';
import { TellDayRequest } from './tell-day.request';

const ANSWERS = `select answer from day_reconciliation where office = $1 and key like '%|' || $2 order by key limit 100`;

/** M47: the bank tells the treasury its vouchers of a day, and sees what the treasury answered. */
@Controller('reconciliations')
@ApiTags('reconciliations')
@Roles('bank-clerk')
export class ReconciliationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly days: TellDay,
  ) {}

  /** Beside the list that is told of every day by itself: for a day about which there are doubts. */
  @Post()
  @Creates()
  tell(@Body() { date, treasuryCode }: TellDayRequest, @CurrentActor() { office }: Actor): Promise<ToldDay> {
    return this.days.tell({ office, date, treasuryCode });
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
