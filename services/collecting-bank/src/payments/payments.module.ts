import { NumberBooks } from '@lienthong/service-host';
import { Module } from '@nestjs/common';
import { GetPayableItemController } from '../payable-items/get-payable-item.controller';
import { PayableItemPublishedHandler } from '../payable-items/payable-item-published.handler';
import { DebitPayer } from './debit-payer';
import { GetVoucherController } from './get-voucher.controller';
import { MakePaymentController } from './make-payment.controller';
import { PrintVoucherController } from './print-voucher.controller';

/** From the published item to the voucher. */
@Module({
  controllers: [
    PayableItemPublishedHandler,
    GetPayableItemController,
    MakePaymentController,
    GetVoucherController,
    PrintVoucherController,
  ],
  providers: [NumberBooks, DebitPayer],
})
export class PaymentsModule {}
