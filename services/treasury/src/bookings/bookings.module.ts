import { NumberBooks } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { CreditAdviceHandler } from '../credit-advices/credit-advice.handler';
import { GetCreditAdviceController } from '../credit-advices/get-credit-advice.controller';
import { PayableItemPublishedHandler } from '../payable-items/payable-item-published.handler';
import { PayableItemRepository } from '../payable-items/payable-item.repository';
import { BookRevenue } from './book-revenue';
import { BookRevenueController } from './book-revenue.controller';
import { GetBookingController } from './get-booking.controller';
import { PrintConfirmationController } from './print-confirmation.controller';

/** From item and credit advice to the booking. */
@Module({
  controllers: [
    PayableItemPublishedHandler,
    CreditAdviceHandler,
    GetCreditAdviceController,
    BookRevenueController,
    GetBookingController,
    PrintConfirmationController,
  ],
  providers: [PayableItemRepository, NumberBooks, BookRevenue],
})
export class BookingsModule {}
