import { RevenueBookedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { Controller } from '@nestjs/common';
import { Obligation } from './obligation.entity';
import { PayableItem } from './payable-item.entity';
import { PayableItemRepository } from './payable-item.repository';
import { recordBooking } from './payable-item.rules';
import { SettleItems } from './settle-items';
import { TellPartPayment } from './tell-part-payment';
import { requireTotalOfLines } from './voucher.rules';

/** M36 → M40: the treasury fact settles an item; when all items of a dossier are settled, tax says that it is fulfilled. */
@Controller()
export class RecordBookingHandler {
  constructor(
    private readonly items: PayableItemRepository,
    private readonly money: SettleItems,
    private readonly partPayments: TellPartPayment,
  ) {}

  @Handles(RevenueBookedV1, {
    loads: [[PayableItem, (booking) => booking.lines.map((line) => line.payableItemId)]],
    thenLoads: [
      [
        Obligation,
        (booking, loaded) =>
          booking.lines.flatMap((line) => loaded.get(PayableItem, line.payableItemId)?.dossierCode ?? []),
      ],
    ],
  })
  async handle({ id: messageId, office, body }: Received<RevenueBookedV1>): Promise<void> {
    requireTotalOfLines(body);
    const { reference, entryNumber, bookedOn, debitDate: paidOn } = body;
    for (const { payableItemId, amountDong } of body.lines) {
      const item = await this.items.get(payableItemId, office);
      const booked = recordBooking(item, { messageId, reference, amountDong, paidOn, entryNumber, bookedOn });
      await this.money.settle(booked);
      await this.partPayments.of(item, booked);
    }
  }
}
