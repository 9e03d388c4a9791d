import { NumberBooks } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { AskDebtController } from '../debts/ask-debt.controller';
import { DebtToldHandler } from '../debts/debt-told.handler';
import { GetDebtController } from '../debts/get-debt.controller';
import { GetPayableItemController } from '../payable-items/get-payable-item.controller';
import { PayableItemClosedHandler } from '../payable-items/payable-item-closed.handler';
import { PayableItemPublishedHandler } from '../payable-items/payable-item-published.handler';
import { DebitPayer } from './debit-payer';
import { GetVoucherController } from './get-voucher.controller';
import { MakePaymentController } from './make-payment.controller';

/** From the published item to the voucher. */
@Module({
  controllers: [
    PayableItemPublishedHandler,
    PayableItemClosedHandler,
    GetPayableItemController,
    AskDebtController,
    DebtToldHandler,
    GetDebtController,
    MakePaymentController,
    GetVoucherController,
  ],
  providers: [NumberBooks, DebitPayer],
})
export class PaymentsModule {}
