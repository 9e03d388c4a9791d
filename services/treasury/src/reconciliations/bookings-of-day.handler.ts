import { BookingsOfDayToldV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { Controller } from '@nestjs/common';
import { ReconcileDay } from './reconcile-day';

/** M47 from a tax office: compared with what was booked for it that day. */
@Controller()
export class BookingsOfDayHandler {
  constructor(private readonly reconciling: ReconcileDay) {}

  @Handles(BookingsOfDayToldV1)
  handle(message: Received<BookingsOfDayToldV1>): Promise<void> {
    return this.reconciling.take(message, 'tax', message.body.taxOfficeCode);
  }
}
