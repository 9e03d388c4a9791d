import { Clock, localDate } from '@lienthong/kernel';
import { ObligationFulfilledV1, RevenueBookedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { Obligation } from './obligation.entity';
import { fulfilment, settle } from './obligation.rules';
import { PayableItem } from './payable-item.entity';
import { PayableItemRepository } from './payable-item.repository';
import { recordBooking, settledItem } from './payable-item.rules';
import { requireTotalOfLines } from './voucher.rules';

/** M36 → M40: the treasury fact settles an item; when all items of a dossier are settled, tax says that it is fulfilled. */
@Controller()
export class RecordBookingHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: PayableItemRepository,
    private readonly clock: Clock,
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
      const next = recordBooking(item, { messageId, reference, amountDong, paidOn, entryNumber, bookedOn });
      this.items.save(next);
      await this.settle(next);
    }
  }

  private async settle(item: PayableItem): Promise<void> {
    const settled = settledItem(item);
    if (!settled) return;
    const before = await this.unitOfWork.get(Obligation, item.dossierCode);
    const after = settle(before, settled, localDate(this.clock.now()));
    if (after === before) return;
    this.unitOfWork.save(Obligation, after);
    const body = fulfilment(after);
    if (!body) return;
    const land = { member: 'land-registry', office: after.landOffice };
    const intake = { member: 'intake', office: after.intakeOffice };
    this.unitOfWork.send(ObligationFulfilledV1, body, { fromOffice: after.office, to: [land, intake] });
  }
}
