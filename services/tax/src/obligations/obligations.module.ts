import { Module } from '@nestjs/common';
import { PayableItemRepository } from './payable-item.repository';
import { RecordAdjustmentHandler } from './record-adjustment.handler';
import { RecordBookingHandler } from './record-booking.handler';
import { RecordPaymentHandler } from './record-payment.handler';
import { SettleItems } from './settle-items';

/** From the payment to the fulfilment. */
@Module({
  controllers: [RecordPaymentHandler, RecordBookingHandler, RecordAdjustmentHandler],
  providers: [PayableItemRepository, SettleItems],
})
export class ObligationsModule {}
