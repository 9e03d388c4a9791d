import { Injectable } from '@nestjs/common';
import { addDays, Clock, daysBetween, idFloor, instantOf, localDate, type LocalDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { busErrors } from '../integration-bus.errors';
import { EXCHANGE_FIGURES } from './figures.sql';
import type { FiguresRequest } from './figures.request';

/** What one member exchanged of one type on the day on which the bus judged it. */
export interface ExchangeFigure {
  readonly day: LocalDate;
  readonly member: string;
  readonly type: string;
  /** By it, accepted. */
  readonly sent: number;
  /** By it, refused. */
  readonly rejected: number;
  /** For it. */
  readonly received: number;
  /** Of these, by now. */
  readonly handled: number;
  /** Of these: set aside by it, or given to a void. */
  readonly discarded: number;
}

export interface ExchangeFigures {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly figures: readonly ExchangeFigure[];
  /** There are more rows: ask for one member or fewer days. */
  readonly isCut: boolean;
}

const MOST_DAYS = 31;
const MOST_ROWS = 5_000;
/** An entry's id is made within this time of its acceptance. */
const MARGIN_MS = 60_000;

@Injectable()
export class FiguresQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Today, when no day is named. @throws integration-bus.DAYS_INVALID */
  async read(wanted: FiguresRequest): Promise<ExchangeFigures> {
    const to = wanted.to ?? wanted.from ?? localDate(this.clock.now());
    const from = wanted.from ?? to;
    const days = daysBetween(from, to) + 1;
    if (days < 1 || days > MOST_DAYS) throw busErrors.DAYS_INVALID({ most: MOST_DAYS });
    const [begin, end] = [instantOf(from, 0), instantOf(addDays(to, 1), 0)];
    const ids = [idFloor(new Date(begin.getTime() - MARGIN_MS)), idFloor(new Date(end.getTime() + MARGIN_MS))];
    const parameters = [...ids, begin, end, wanted.member ?? null, MOST_ROWS + 1];
    const rows = await this.unitOfWork.query<ExchangeFigure>(EXCHANGE_FIGURES, parameters);
    return { from, to, figures: rows.slice(0, MOST_ROWS), isCut: rows.length > MOST_ROWS };
  }
}
