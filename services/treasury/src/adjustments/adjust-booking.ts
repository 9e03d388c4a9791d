import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { Booking } from '../bookings/booking.entity';
import { CreditAdviceRow } from '../credit-advices/credit-advice.entity';
import { reversedAdvice } from '../credit-advices/credit-advice.rules';
import type { CreditAdvice } from '../credit-advices/credit-advice.state';
import { TreasuryDays } from '../days/treasury-days';
import type { OwnedLine } from '../ledger/ledger.rules';
import { PayableItemRepository } from '../payable-items/payable-item.repository';
import { claim, release } from '../payable-items/payable-item.rules';
import type { PublishedItem } from '../payable-items/payable-item.state';
import { AdjustmentEffects } from './adjustment-effects';
import { AdjustmentRow } from './adjustment.entity';
import { confirm, correctedLines, standingLines } from './adjustment.rules';
import type { Adjustment } from './adjustment.state';

/** F16: the second person's confirmation books the adjustment as a fact of its own; the booking itself stays as it was. */
@Injectable()
export class AdjustBooking {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly days: TreasuryDays,
    private readonly items: PayableItemRepository,
    private readonly effects: AdjustmentEffects,
    private readonly clock: Clock,
  ) {}

  async confirm(adjustment: Adjustment, by: string): Promise<Adjustment> {
    const { reference, office } = adjustment;
    const advice = await this.unitOfWork.get(CreditAdviceRow, reference);
    const booking = await this.unitOfWork.get(Booking, reference);
    const before = standingLines(booking, advice);
    const after = await this.linesAfter(adjustment, before);
    const at = this.clock.now();
    const bookedOn = localDate(at);
    const entryNumber = await this.days.drawEntry(office, bookedOn);
    const confirmed = confirm(adjustment, { by, at, entryNumber, bookedOn }, before, after);
    this.unitOfWork.save(AdjustmentRow, confirmed);
    this.effects.enter(booking, confirmed);
    this.effects.announce(booking, confirmed, advice);
    await this.stand(booking, advice, { confirmed, before, after });
    return confirmed;
  }

  private async linesAfter(adjustment: Adjustment, before: readonly OwnedLine[]): Promise<readonly OwnedLine[]> {
    if (adjustment.kind === 'reversed') return [];
    const items = new Map<string, PublishedItem>();
    for (const { payableItemId } of [...adjustment.wanted].sort((a, b) =>
      a.payableItemId < b.payableItemId ? -1 : 1,
    )) {
      const item = await this.items.find(payableItemId);
      if (item?.state === 'published') items.set(payableItemId, item);
    }
    return correctedLines({ reference: adjustment.reference, before }, adjustment.wanted, items);
  }

  /** How booking, advice and items stand afterwards; an item that is no longer paid may be paid by another voucher. */
  private async stand(booking: Booking, advice: CreditAdvice, { confirmed, before, after }: Change): Promise<void> {
    const { openAdjustmentId: _decided, ...rest } = booking;
    const isReversed = confirmed.kind === 'reversed';
    const lines = isReversed ? {} : { currentLines: after };
    this.unitOfWork.save(Booking, { ...rest, adjustedBy: confirmed.id, isReversed, ...lines });
    if (isReversed) this.unitOfWork.save(CreditAdviceRow, reversedAdvice(advice));
    const paid = new Set(after.map(({ payableItemId }) => payableItemId));
    for (const { payableItemId } of before.filter((line) => !paid.has(line.payableItemId))) {
      const item = await this.items.find(payableItemId);
      if (item?.state === 'published') this.items.save(release(item, booking.reference));
    }
    for (const payableItemId of paid) {
      this.items.save(claim(await this.items.find(payableItemId), payableItemId, booking.reference));
    }
  }
}

interface Change {
  readonly confirmed: Adjustment;
  readonly before: readonly OwnedLine[];
  readonly after: readonly OwnedLine[];
}
