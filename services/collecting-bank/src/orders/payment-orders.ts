import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, TimerBook } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { PayableItem } from '../payable-items/payable-item.entity';
import { freeOf, orderBy } from '../payable-items/payable-item.rules';
import { PublishedItems } from '../payable-items/published-items';
import { payerOf, statedBy } from '../payments/voucher.rules';
import { VoucherReferences } from '../payments/voucher-references';
import { PaymentOrderRow } from './payment-order.entity';
import { answerBy, answered, requireSame } from './payment-order.rules';
import type { PaymentOrder } from './payment-order.state';
import type { PlaceOrderRequest } from './place-order.request';

/** Timers of orders without an answer. */
export const ANSWER_TIMER = 'order-answer';

/** M32 in two steps: the order takes its reference and its items, the account system's word carries it out or ends it. */
@Injectable()
export class PaymentOrders {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: PublishedItems,
    private readonly references: VoucherReferences,
    private readonly timers: TimerBook,
    private readonly clock: Clock,
  ) {}

  async place({ orderNumber, payableItemIds, payer }: PlaceOrderRequest, actor: Actor): Promise<PaymentOrder> {
    const known = await this.findByNumber(actor.id, orderNumber);
    if (known) return requireSame(known, { payableItemIds, payer });
    const items = await this.items.of(payableItemIds, actor);
    statedBy(items);
    const reference = await this.references.draw('electronic');
    for (const item of items) this.unitOfWork.save(PayableItem, orderBy(item, reference));
    const receivedAt = this.clock.now();
    const times = { receivedAt, answerBy: answerBy(receivedAt) };
    const whose = { orderedBy: actor.id, orderNumber, payer: payerOf(items, payer) };
    const order = { reference, office: actor.office, ...whose, payableItemIds, ...times, state: 'pending' as const };
    this.unitOfWork.save(PaymentOrderRow, order);
    await this.timers.set(ANSWER_TIMER, reference, order.answerBy);
    return order;
  }

  async findByNumber(orderedBy: string, orderNumber: string): Promise<PaymentOrder | undefined> {
    const sql = 'select reference from payment_order where ordered_by = $1 and order_number = $2';
    const [row] = await this.unitOfWork.query<{ reference: string }>(sql, [orderedBy, orderNumber]);
    return row && this.unitOfWork.find(PaymentOrderRow, row.reference);
  }

  /** Nothing was debited: the items may be ordered again, under another reference then. */
  async fail(order: PaymentOrder, actor: Actor, reason: string): Promise<PaymentOrder> {
    for (const item of await this.items.of(order.payableItemIds, actor))
      this.unitOfWork.save(PayableItem, freeOf(item, order.reference));
    return this.answer(order, reason);
  }

  async answer(order: PaymentOrder, reason?: string): Promise<PaymentOrder> {
    const next = answered(order, this.clock.now(), reason);
    this.unitOfWork.save(PaymentOrderRow, next);
    await this.timers.clear(ANSWER_TIMER, order.reference);
    return next;
  }
}
