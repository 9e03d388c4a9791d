import { Module } from '@nestjs/common';
import { PayableItemRepository } from './payable-item.repository';
import { RecordBookingHandler } from './record-booking.handler';
import { RecordPaymentHandler } from './record-payment.handler';

/** From the payment to the fulfilment. */
@Module({
  controllers: [RecordPaymentHandler, RecordBookingHandler],
  providers: [PayableItemRepository],
})
export class ObligationsModule {}
