import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, Creates, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bankErrors } from '../collecting-bank.errors';
import { PayableItem } from '../payable-items/payable-item.entity';
import { DebitPayer } from './debit-payer';
import { MakePaymentRequest } from './make-payment.request';
import { payerOf } from './voucher.rules';

/** A payer's order to pay (M32): the amounts are the published ones, never the payer's. */
@Controller('payments')
@ApiTags('payments')
export class MakePaymentController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payer: DebitPayer,
  ) {}

  @Post()
  @Roles('payer')
  @Creates()
  async pay(
    @Body() request: MakePaymentRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly reference: string; readonly debitDate: string; readonly totalDong: string }> {
    const found = new Map<string, PayableItem>();
    for (const id of [...request.payableItemIds].sort()) found.set(id, await this.itemOf(id, actor));
    const items = request.payableItemIds.flatMap((id) => found.get(id) ?? []);
    const { reference, debitDate, totalDong } = await this.payer.debit(items, payerOf(items, request.payer), actor.id);
    return { reference, debitDate, totalDong };
  }

  private async itemOf(payableItemId: string, actor: Actor): Promise<PayableItem> {
    const item = await this.unitOfWork.find(PayableItem, payableItemId);
    if (!item) throw bankErrors.ITEM_UNKNOWN({ payableItemId });
    requireOffice(actor, item.office);
    return item;
  }
}
