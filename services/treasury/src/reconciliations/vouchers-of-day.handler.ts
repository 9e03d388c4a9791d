import { VouchersOfDayToldV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { Controller } from '@nestjs/common';
import { ReconcileDay } from './reconcile-day';

/** M47 from a bank: compared with the credit advices of that debit date. */
@Controller()
export class VouchersOfDayHandler {
  constructor(private readonly reconciling: ReconcileDay) {}

  @Handles(VouchersOfDayToldV1)
  handle(message: Received<VouchersOfDayToldV1>): Promise<void> {
    return this.reconciling.take(message, 'collecting-bank', message.body.bankCode);
  }
}
