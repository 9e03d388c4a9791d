import { PayableItemPublishedV1, PayableItemPublishedV2 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { policiesOf } from '@lienthong/service-host';
import { Controller } from '@nestjs/common';
import { BookRevenue } from '../bookings/book-revenue';
import { CreditAdviceRow } from '../credit-advices/credit-advice.entity';
import { matched } from '../credit-advices/credit-advice.rules';
import { KeepAdvice } from '../credit-advices/keep-advice';
import { PayableItem } from './payable-item.entity';
import { PayableItemRepository } from './payable-item.repository';
import { publish, referencesOf } from './payable-item.rules';
import type { PublishedItem } from './payable-item.state';

/** M31: keeps what the tax office expects; a credit advice that came before it is compared now. */
@Controller()
export class PayableItemPublishedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: PayableItemRepository,
    private readonly booking: BookRevenue,
    private readonly advices: KeepAdvice,
  ) {}

  @Handles([PayableItemPublishedV1, PayableItemPublishedV2], {
    loads: [[PayableItem, (item) => item.payableItemId]],
    reads: [policiesOf('book')],
    thenLoads: [[CreditAdviceRow, (item, loaded) => loaded.get(PayableItem, item.payableItemId)?.reference]],
  })
  async handle({ id: messageId, body }: Received<PayableItemPublishedV1>): Promise<void> {
    const known = await this.items.find(body.payableItemId);
    const item = publish(known, body, messageId);
    if (item === known) return;
    this.items.save(item);
    for (const reference of referencesOf(item)) await this.compare(reference, item);
  }

  private async compare(reference: string, item: PublishedItem): Promise<void> {
    const before = await this.unitOfWork.get(CreditAdviceRow, reference);
    const advice = matched(before, item);
    if (advice === before) return;
    await this.advices.keep(before, advice);
    await this.booking.bookIfAutomatic(advice);
  }
}
