import { addDays, instantOf, type LocalDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks, NumberSeries, TimerBook } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { entryNumberOf, entrySeries } from '../bookings/booking.rules';
import { treasuryErrors } from '../treasury.errors';
import { TreasuryDayRow } from './treasury-day.entity';
import { dayKey } from './treasury-day.rules';

/** Timers of advices that wait for a day on which they can be booked. */
export const NEXT_DAY_TIMER = 'book-next-day';

/** The days of an office's books; nothing is booked on one that is closed or being closed. */
@Injectable()
export class TreasuryDays {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly books: NumberBooks,
  ) {}

  /** Looked at under the lock of the office's entry numbers, which a closing takes as well. */
  async isOpen(office: string, date: LocalDate): Promise<boolean> {
    await this.unitOfWork.find(NumberSeries, entrySeries(office, date));
    const day = await this.unitOfWork.find(TreasuryDayRow, dayKey(office, date));
    return day === undefined || day.state === 'open';
  }

  /** The number of the next entry of a day that is open. */
  async drawEntry(office: string, date: LocalDate): Promise<string> {
    const number = await this.books.draw(entrySeries(office, date));
    if (!(await this.isOpen(office, date))) throw treasuryErrors.DAY_CLOSED({ date });
    return entryNumberOf(date, number);
  }

  /** What would be booked by itself is booked when the next day begins. */
  async putOff(reference: string, date: LocalDate): Promise<void> {
    await this.timers.set(NEXT_DAY_TIMER, reference, instantOf(addDays(date, 1), 0));
  }
}
