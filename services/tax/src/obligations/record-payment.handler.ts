import { PaymentInformationV1, PaymentInformationV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { Controller } from '@nestjs/common';
import { PayableItem } from './payable-item.entity';
import { PayableItemRepository } from './payable-item.repository';
import { recordPayment } from './payable-item.rules';
import { requireTotalOfLines } from './voucher.rules';

/** M34: the bank has debited the payer; the items of the voucher are paid, not yet settled. */
@Controller()
export class RecordPaymentHandler {
  constructor(private readonly items: PayableItemRepository) {}

  @Handles([PaymentInformationV1, PaymentInformationV2], {
    loads: [[PayableItem, (voucher) => voucher.lines.map((line) => line.payableItemId)]],
  })
  async handle({ id: messageId, office, body }: Received<PaymentInformationV1>): Promise<void> {
    requireTotalOfLines(body);
    const { reference, debitDate: paidOn } = body;
    for (const { payableItemId, amountDong } of body.lines) {
      const item = await this.items.get(payableItemId, office);
      this.items.save(recordPayment(item, { messageId, reference, amountDong, paidOn }));
    }
  }
}
