import { instantText } from '@lienthong/kernel';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bankErrors } from '../collecting-bank.errors';
import { PublishedItems } from '../payable-items/published-items';
import { DebitPayer } from '../payments/debit-payer';
import { PaymentOrderRow } from './payment-order.entity';
import { PaymentOrders } from './payment-orders';
import type { PaymentOrder } from './payment-order.state';
import { OrderResultRequest, PlaceOrderRequest } from './place-order.request';

/** 05/TB-TĐT: what became of an order. */
export interface PaymentOrderView {
  readonly orderNumber: string;
  readonly reference: string;
  readonly state: PaymentOrder['state'];
  readonly answerBy: string;
  readonly answeredAt?: string;
  readonly reason?: string;
}

/** M32: orders to pay, the question what became of one (F17), and the word of the account system. */
@Controller('payment-orders')
@ApiTags('payments')
export class PaymentOrdersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: PaymentOrders,
    private readonly items: PublishedItems,
    private readonly payer: DebitPayer,
  ) {}

  @Post()
  @Roles('payer')
  @Creates()
  async place(@Body() request: PlaceOrderRequest, @CurrentActor() actor: Actor): Promise<PaymentOrderView> {
    return view(await this.orders.place(request, actor));
  }

  /** The status query after a lost answer: done, failed or still pending; it never debits. */
  @Get(':orderNumber')
  @Roles('payer')
  async state(@Param('orderNumber') orderNumber: string, @CurrentActor() actor: Actor): Promise<PaymentOrderView> {
    const order = await this.orders.findByNumber(actor.id, orderNumber);
    if (!order) throw bankErrors.ORDER_UNKNOWN({ orderNumber: orderNumber.slice(0, 40) });
    return view(order);
  }

  @Post(':reference/result')
  @HttpCode(200)
  @Decides(PaymentOrderRow, { param: 'reference' })
  @Roles('bank-clerk')
  async result(
    @Param('reference') reference: string,
    @Body() { result, reason }: OrderResultRequest,
    @CurrentActor() actor: Actor,
  ): Promise<PaymentOrderView> {
    const order = await this.unitOfWork.find(PaymentOrderRow, reference);
    if (!order) throw persistenceErrors.NOT_FOUND({ entity: 'payment_order', key: reference });
    requireOffice(actor, order.office);
    if (result === 'debited') return view(await this.carryOut(order, actor));
    if (reason === undefined) throw bankErrors.REASON_MISSING({ reference });
    return view(await this.orders.fail(order, actor, reason));
  }

  private async carryOut(order: PaymentOrder, actor: Actor): Promise<PaymentOrder> {
    const done = await this.orders.answer(order);
    const { reference, payer, orderedBy: madeBy } = order;
    const items = await this.items.of(order.payableItemIds, actor);
    await this.payer.debit({ reference, payer, madeBy, channel: 'electronic', items });
    return done;
  }
}

function view({ orderNumber, reference, state, answerBy, answeredAt, reason }: PaymentOrder): PaymentOrderView {
  return {
    ...{ orderNumber, reference, state, answerBy: instantText(answerBy) },
    ...(answeredAt ? { answeredAt: instantText(answeredAt) } : {}),
    ...(reason ? { reason } : {}),
  };
}
