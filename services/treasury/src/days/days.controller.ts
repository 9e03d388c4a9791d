import { Clock, instantText, type LocalDate, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import {
  type Actor,
  CurrentActor,
  Decides,
  NumberSeries,
  requireAnotherPerson,
  Roles,
  Shows,
} from '@lienthong/service-host';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { entrySeries } from '../bookings/booking.rules';
import { ReopenDayRequest } from './close-day.request';
import { TreasuryDayRow } from './treasury-day.entity';
import { beginClosing, closedBy, dateOf, dayKey, reopen, signOff } from './treasury-day.rules';
import type { DayAct, TreasuryDay } from './treasury-day.state';

const FIGURES = `
select count(distinct entry_number)::int as entries, coalesce(sum(amount_dong), 0)::text as "totalDong"
  from ledger_entry where office = $1 and booked_on = $2`;

/** The day of the own office that the address names. */
const OF_DAY = { param: 'date', key: dayKey } as const;

interface Figures {
  readonly entries: number;
  readonly totalDong: string;
}

export interface DayView extends Figures {
  readonly date: string;
  readonly state: TreasuryDay['state'];
  readonly acts: readonly DayAct[];
}

/** The days of the own office's books: the clerk closes one, the leader signs it off, and opens it again with a reason. */
@Controller('days')
@ApiTags('days')
@Roles('treasury-clerk', 'agency-leader')
export class DaysController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Get(':date')
  @Shows(TreasuryDayRow, OF_DAY)
  async get(@Param('date') date: string, @CurrentActor() { office }: Actor): Promise<DayView> {
    const key = dayKey(office, dateOf(date));
    const day = await this.unitOfWork.read(TreasuryDayRow, key);
    const figures = await this.figures(office, date);
    return { date, state: day?.state ?? 'open', acts: day?.acts ?? [], ...figures };
  }

  @Post(':date/closing')
  @HttpCode(200)
  @Decides(TreasuryDayRow, OF_DAY)
  @Roles('treasury-clerk')
  async close(@Param('date') date: string, @CurrentActor() actor: Actor): Promise<DayView> {
    const { office } = actor;
    const today = localDate(this.clock.now());
    // bookings draw their number under this lock: none can slip between the figures and the closing
    await this.unitOfWork.find(NumberSeries, entrySeries(office, dateOf(date)));
    const known = await this.unitOfWork.find(TreasuryDayRow, dayKey(office, date));
    const act = await this.act('closing', actor, date);
    return this.keep(beginClosing(known, { office, date, today, act }), act);
  }

  @Post(':date/sign-off')
  @HttpCode(200)
  @Decides(TreasuryDayRow, OF_DAY)
  @Roles('agency-leader')
  async signOff(@Param('date') date: string, @CurrentActor() actor: Actor): Promise<DayView> {
    const day = await this.unitOfWork.get(TreasuryDayRow, dayKey(actor.office, dateOf(date)));
    requireAnotherPerson(actor, closedBy(day));
    const act = await this.act('signed-off', actor, date);
    return this.keep(signOff(day, act), act);
  }

  @Post(':date/reopening')
  @HttpCode(200)
  @Decides(TreasuryDayRow, OF_DAY)
  @Roles('agency-leader')
  async reopen(
    @Param('date') date: string,
    @Body() { reason }: ReopenDayRequest,
    @CurrentActor() actor: Actor,
  ): Promise<DayView> {
    const day = await this.unitOfWork.get(TreasuryDayRow, dayKey(actor.office, dateOf(date)));
    const act = { ...(await this.act('reopened', actor, date)), reason };
    return this.keep(reopen(day, act), act);
  }

  private keep(day: TreasuryDay, { entries, totalDong }: DayAct): DayView {
    this.unitOfWork.save(TreasuryDayRow, day);
    return { date: day.date, state: day.state, acts: day.acts, entries, totalDong };
  }

  private async act(act: DayAct['act'], { id: by, office }: Actor, date: LocalDate): Promise<DayAct> {
    return { act, by, at: instantText(this.clock.now()), ...(await this.figures(office, date)) };
  }

  private async figures(office: string, date: LocalDate): Promise<Figures> {
    const [figures] = await this.unitOfWork.query<Figures>(FIGURES, [office, date]);
    return figures ?? { entries: 0, totalDong: '0' };
  }
}
