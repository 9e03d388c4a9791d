import { DeskTasks, NumberBooks, TimersModule } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { AdjustBooking } from '../adjustments/adjust-booking';
import { AdjustmentEffects } from '../adjustments/adjustment-effects';
import { AdjustmentsController } from '../adjustments/adjustments.controller';
import { AssignPaymentController } from '../credit-advices/assign-payment.controller';
import { AwaitedItems } from '../credit-advices/awaited-items';
import { CreditAdviceHandler } from '../credit-advices/credit-advice.handler';
import { GetCreditAdviceController } from '../credit-advices/get-credit-advice.controller';
import { KeepAdvice } from '../credit-advices/keep-advice';
import { SearchPaymentsController } from '../credit-advices/search-payments.controller';
import { UnassignedCreditHandler } from '../credit-advices/unassigned-credit.handler';
import { BookNextDay } from '../days/book-next-day';
import { DaysController } from '../days/days.controller';
import { TreasuryDays } from '../days/treasury-days';
import { AnswerInvestigation } from '../investigations/answer-investigation';
import { CorrectionRequestedHandler } from '../investigations/correction-requested.handler';
import { InvestigationsController } from '../investigations/investigations.controller';
import { OpenInvestigation } from '../investigations/open-investigation';
import { LedgerController } from '../ledger/ledger.controller';
import { PayableItemClosedHandler } from '../payable-items/payable-item-closed.handler';
import { PayableItemPublishedHandler } from '../payable-items/payable-item-published.handler';
import { PayableItemRepository } from '../payable-items/payable-item.repository';
import { BookRevenue } from './book-revenue';
import { BookRevenueController } from './book-revenue.controller';
import { GetBookingController } from './get-booking.controller';
import { PrintConfirmationController } from './print-confirmation.controller';

/** From item and credit advice to the booking, what is in the way of it, and what takes it back. */
@Module({
  imports: [TimersModule],
  controllers: [
    PayableItemPublishedHandler,
    PayableItemClosedHandler,
    CreditAdviceHandler,
    UnassignedCreditHandler,
    GetCreditAdviceController,
    SearchPaymentsController,
    AssignPaymentController,
    BookRevenueController,
    GetBookingController,
    PrintConfirmationController,
    CorrectionRequestedHandler,
    InvestigationsController,
    AdjustmentsController,
    LedgerController,
    DaysController,
  ],
  providers: [
    PayableItemRepository,
    NumberBooks,
    DeskTasks,
    TreasuryDays,
    BookRevenue,
    BookNextDay,
    AwaitedItems,
    KeepAdvice,
    OpenInvestigation,
    AnswerInvestigation,
    AdjustmentEffects,
    AdjustBooking,
  ],
})
export class BookingsModule {}
