import { DeskTasks, NumberBooks, TimersModule } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { AskDebtController } from '../debts/ask-debt.controller';
import { DebtToldHandler } from '../debts/debt-told.handler';
import { GetDebtController } from '../debts/get-debt.controller';
import { LateAnswer } from '../orders/late-answer';
import { PaymentOrders } from '../orders/payment-orders';
import { PaymentOrdersController } from '../orders/payment-orders.controller';
import { GetPayableItemController } from '../payable-items/get-payable-item.controller';
import { PayableItemClosedHandler } from '../payable-items/payable-item-closed.handler';
import { PayableItemPublishedHandler } from '../payable-items/payable-item-published.handler';
import { PublishedItems } from '../payable-items/published-items';
import { DayReconciledHandler } from '../reconciliations/day-reconciled.handler';
import { ReconciliationsController } from '../reconciliations/reconciliations.controller';
import { TellDay } from '../reconciliations/tell-day';
import { LateTransfer } from '../transfers/late-transfer';
import { TransferMoney } from '../transfers/transfer-money';
import { TransfersController } from '../transfers/transfers.controller';
import { BookingAdjustedHandler } from './booking-adjusted.handler';
import { DebitPayer } from './debit-payer';
import { GetVoucherController } from './get-voucher.controller';
import { MakePaymentController } from './make-payment.controller';
import { PayAtCounterController } from './pay-at-counter.controller';
import { SearchVouchersController } from './search-vouchers.controller';
import { VoucherReferences } from './voucher-references';
import { PrintVoucherController } from './print-voucher.controller';

/** From the published item to the voucher, and its money to the treasury. */
@Module({
  imports: [TimersModule],
  controllers: [
    PayableItemPublishedHandler,
    PayableItemClosedHandler,
    GetPayableItemController,
    AskDebtController,
    DebtToldHandler,
    GetDebtController,
    MakePaymentController,
    PayAtCounterController,
    PaymentOrdersController,
    SearchVouchersController,
    GetVoucherController,
    PrintVoucherController,
    TransfersController,
    BookingAdjustedHandler,
    ReconciliationsController,
    DayReconciledHandler,
  ],
  providers: [
    NumberBooks,
    DeskTasks,
    PublishedItems,
    VoucherReferences,
    TransferMoney,
    LateTransfer,
    DebitPayer,
    PaymentOrders,
    LateAnswer,
    TellDay,
  ],
})
export class PaymentsModule {}
