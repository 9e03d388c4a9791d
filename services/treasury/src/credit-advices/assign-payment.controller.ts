import { Clock, instantText } from '@lienthong/kernel';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { BookRevenue } from '../bookings/book-revenue';
import { PayableItemRepository } from '../payable-items/payable-item.repository';
import { claim } from '../payable-items/payable-item.rules';
import type { PublishedItem } from '../payable-items/payable-item.state';
import { treasuryErrors } from '../treasury.errors';
import { AssignPaymentRequest } from './assign-payment.request';
import { CreditAdviceRow } from './credit-advice.entity';
import { assign, requireUnassigned } from './payers-choice.rules';

/** F12: a clerk enters what the payer has chosen for a voucher without ID. */
@Controller('credit-advices')
@ApiTags('credit advices')
export class AssignPaymentController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: PayableItemRepository,
    private readonly booking: BookRevenue,
    private readonly clock: Clock,
  ) {}

  @Post(':reference/assignment')
  @HttpCode(200)
  @Decides(CreditAdviceRow, { param: 'reference' })
  @Roles('treasury-clerk')
  async assign(
    @Param('reference') reference: string,
    @Body() { payableItemIds, evidence, onBehalf = false }: AssignPaymentRequest,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly reference: string; readonly state: string }> {
    const advice = await this.unitOfWork.find(CreditAdviceRow, reference);
    if (!advice) throw persistenceErrors.NOT_FOUND({ entity: 'credit_advice', key: reference });
    requireOffice(actor, advice.office);
    requireUnassigned(advice, payableItemIds);
    const items = await this.published(payableItemIds);
    const choice = { by: actor.id, at: instantText(this.clock.now()), evidence, onBehalf };
    const assigned = assign(advice, items, choice);
    for (const item of items) this.items.save(claim(item, item.payableItemId, reference));
    this.unitOfWork.save(CreditAdviceRow, assigned);
    await this.booking.bookIfAutomatic(assigned);
    return { reference, state: assigned.state };
  }

  private async published(ids: readonly string[]): Promise<readonly PublishedItem[]> {
    const found = new Map<string, PublishedItem>();
    for (const payableItemId of [...ids].sort()) {
      const item = await this.items.find(payableItemId);
      if (item?.state !== 'published') throw treasuryErrors.ITEMS_NOT_PUBLISHED({ payableItemIds: [payableItemId] });
      found.set(payableItemId, item);
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  }
}
