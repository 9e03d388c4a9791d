import { NumberBooks } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { DebtAskedHandler } from '../debts/debt-asked.handler';
import { DeferredPaymentAskedHandler } from '../deferrals/deferred-payment-asked.handler';
import { PayDeferredController } from '../deferrals/pay-deferred.controller';
import { PublishDeferred } from '../deferrals/publish-deferred';
import { TellDeferredDebt } from '../deferrals/tell-deferred-debt';
import { GatewayModule } from '../gateway/gateway.module';
import { OfficeTerms } from '../law/office-terms';
import { PublishItems } from '../notices/publish-items';
import { OverdueModule } from '../overdue/overdue.module';
import { GetOverpaymentsController } from './get-overpayments.controller';
import { OffsetOverpaymentController } from './offset-overpayment.controller';
import { PayableItemRepository } from './payable-item.repository';
import { RecordAdjustmentHandler } from './record-adjustment.handler';
import { RecordBookingHandler } from './record-booking.handler';
import { RecordPaymentHandler } from './record-payment.handler';
import { SettleItems } from './settle-items';
import { TellSettled } from './tell-settled';
import { TakeBackMoney } from './take-back-money';
import { TellPartPayment } from './tell-part-payment';

/** From the payment to the fulfilment. */
@Module({
  imports: [GatewayModule, OverdueModule],
  controllers: [
    RecordPaymentHandler,
    RecordBookingHandler,
    RecordAdjustmentHandler,
    DebtAskedHandler,
    DeferredPaymentAskedHandler,
    PayDeferredController,
    GetOverpaymentsController,
    OffsetOverpaymentController,
  ],
  providers: [
    PayableItemRepository,
    OfficeTerms,
    NumberBooks,
    PublishItems,
    PublishDeferred,
    TellDeferredDebt,
    TellSettled,
    SettleItems,
    TakeBackMoney,
    TellPartPayment,
  ],
  exports: [SettleItems, PublishItems, TellDeferredDebt],
})
export class ObligationsModule {}
