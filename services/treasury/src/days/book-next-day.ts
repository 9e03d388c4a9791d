import { UnitOfWork } from '@lienthong/persistence';
import { TimerBook, TimerWorker } from '@lienthong/service-host';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BookRevenue } from '../bookings/book-revenue';
import { CreditAdviceRow } from '../credit-advices/credit-advice.entity';
import { NEXT_DAY_TIMER } from './treasury-days';

/** Books in the morning what came on a day that was closed already. */
@Injectable()
export class BookNextDay implements OnModuleInit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly worker: TimerWorker,
    private readonly booking: BookRevenue,
  ) {}

  onModuleInit(): void {
    this.worker.when(NEXT_DAY_TIMER, ({ subject }) => this.unitOfWork.perform(() => this.wake(subject)));
  }

  async wake(reference: string): Promise<void> {
    const advice = await this.unitOfWork.get(CreditAdviceRow, reference);
    await this.timers.clear(NEXT_DAY_TIMER, reference);
    await this.booking.bookIfAutomatic(advice);
  }
}
