import { type Actor, Creates, CurrentActor, Roles } from '@lienthong/service-host';
import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PublishedItems } from '../payable-items/published-items';
import { DebitPayer } from './debit-payer';
import { MakePaymentRequest } from './make-payment.request';
import { payerOf } from './voucher.rules';
import { VoucherReferences } from './voucher-references';

/** A payer's order to pay (M32), carried out at once: the amounts are the published ones, never the payer's. */
@Controller('payments')
@ApiTags('payments')
export class MakePaymentController {
  constructor(
    private readonly items: PublishedItems,
    private readonly payer: DebitPayer,
    private readonly references: VoucherReferences,
  ) {}

  @Post()
  @Roles('payer')
  @Creates()
  async pay(
    @Body() request: MakePaymentRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly reference: string; readonly debitDate: string; readonly totalDong: string }> {
    const items = await this.items.of(request.payableItemIds, actor);
    const payer = payerOf(items, request.payer);
    const made = {
      reference: await this.references.draw('electronic'),
      madeBy: actor.id,
      channel: 'electronic' as const,
    };
    const { reference, debitDate, totalDong } = await this.payer.debit({ ...made, payer, items });
    return { reference, debitDate, totalDong };
  }
}
