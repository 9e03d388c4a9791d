import { Clock, localDate } from '@lienthong/kernel';
import { CreditAdviceV1, officeById } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { policiesOf } from '@lienthong/service-host';
import { Controller } from '@nestjs/common';
import { BookRevenue } from '../bookings/book-revenue';
import { PayableItem } from '../payable-items/payable-item.entity';
import { PayableItemRepository } from '../payable-items/payable-item.repository';
import { claim } from '../payable-items/payable-item.rules';
import { CreditAdviceRow } from './credit-advice.entity';
import { again, matched, received } from './credit-advice.rules';
import { KeepAdvice } from './keep-advice';

type Message = Received<CreditAdviceV1>;

/** M35: the money of a voucher has come; its lines are compared with the published items, unknown ones are awaited. */
@Controller()
export class CreditAdviceHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: PayableItemRepository,
    private readonly booking: BookRevenue,
    private readonly advices: KeepAdvice,
    private readonly clock: Clock,
  ) {}

  @Handles(CreditAdviceV1, {
    loads: [
      [CreditAdviceRow, (advice) => advice.reference],
      [PayableItem, (advice) => advice.lines.map((line) => line.payableItemId)],
    ],
    reads: [policiesOf('book')],
  })
  async handle(message: Message): Promise<void> {
    const known = await this.unitOfWork.find(CreditAdviceRow, message.body.reference);
    if (known) await this.advices.keep(known, again(known, message.body, message.id));
    else await this.receive(message);
  }

  private async receive({ id: messageId, office, body }: Message): Promise<void> {
    const receivedAt = this.clock.now();
    const treasuryCode = officeById('treasury', office, localDate(receivedAt))?.treasuryCode;
    const advisedAt = new Date(body.advisedAt);
    let advice = received(body, { messageId, office, treasuryCode, receivedAt, advisedAt });
    for (const { payableItemId } of body.lines) {
      const item = await this.items.find(payableItemId);
      if (item) advice = matched(advice, item);
      this.items.save(claim(item, payableItemId, body.reference));
    }
    await this.advices.keep(undefined, advice);
    await this.booking.bookIfAutomatic(advice);
  }
}
