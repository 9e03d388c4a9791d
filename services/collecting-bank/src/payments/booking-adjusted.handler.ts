import { RevenueBookingAdjustedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { dong } from '@lienthong/kernel';
import { PayableItem } from '../payable-items/payable-item.entity';
import { receive, takeBack } from '../payable-items/payable-item.rules';
import { Voucher } from './voucher.entity';

/** F16: what the treasury has taken back may be paid again; no money is debited or paid out by this (F7). */
@Controller()
export class BookingAdjustedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Handles(RevenueBookingAdjustedV1, {
    loads: [
      [Voucher, (adjusted) => adjusted.reference],
      [
        PayableItem,
        ({ linesBefore, lines = [] }) => [...linesBefore, ...lines].map(({ payableItemId }) => payableItemId),
      ],
    ],
  })
  async handle({ body }: Received<RevenueBookingAdjustedV1>): Promise<void> {
    const { reference, adjustment, bookedOn, linesBefore, lines = [] } = body;
    const voucher = await this.unitOfWork.find(Voucher, reference);
    if (adjustment === 'reversed' && voucher) this.unitOfWork.save(Voucher, { ...voucher, reversedOn: bookedOn });
    const changed = new Map<string, bigint>();
    for (const line of linesBefore)
      changed.set(line.payableItemId, (changed.get(line.payableItemId) ?? 0n) - dong(line.amountDong));
    for (const line of lines)
      changed.set(line.payableItemId, (changed.get(line.payableItemId) ?? 0n) + dong(line.amountDong));
    for (const [payableItemId, amount] of changed) await this.move(payableItemId, amount, reference);
  }

  private async move(payableItemId: string, amount: bigint, reference: string): Promise<void> {
    const item = await this.unitOfWork.find(PayableItem, payableItemId);
    if (!item || amount === 0n) return;
    this.unitOfWork.save(PayableItem, amount < 0n ? takeBack(item, -amount) : receive(item, reference, amount));
  }
}
