import { UnitOfWork } from '@lienthong/persistence';
import { Text } from '@lienthong/envelope';
import { type Actor, Creates, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OfficeTerms } from '../law/office-terms';
import { Overpayment } from './overpayment.entity';
import { offset } from './overpayment.rules';
import { PayableItemRepository } from './payable-item.repository';
import { SettleItems } from './settle-items';

/** The debt that the payer names for the overpaid money. */
export class OffsetOverpaymentRequest {
  @Text({ max: 32 })
  readonly payableItemId: string;
}

/** Offsetting by id, as the payer chose (01/ĐNXLNT): the office never picks a debt by itself. */
@Controller('overpayments')
@ApiTags('overpayments')
export class OffsetOverpaymentController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: PayableItemRepository,
    private readonly money: SettleItems,
    private readonly terms: OfficeTerms,
  ) {}

  @Post(':overpaymentId/offsets')
  @Decides(Overpayment, { param: 'overpaymentId' })
  @Roles('tax-officer')
  @Creates()
  async offset(
    @Param('overpaymentId') overpaymentId: string,
    @Body() { payableItemId }: OffsetOverpaymentRequest,
    @CurrentActor() actor: Actor,
  ): Promise<Pick<Overpayment, 'overpaymentId' | 'amountDong' | 'offsetDong' | 'offsets'>> {
    const known = await this.unitOfWork.get(Overpayment, overpaymentId);
    requireOffice(actor, known.office);
    const item = await this.items.get(payableItemId, known.office);
    const done = offset(known, item, { on: this.terms.today(), by: actor.id });
    this.unitOfWork.save(Overpayment, done.overpayment);
    await this.money.settle(done.item);
    const { amountDong, offsetDong, offsets } = done.overpayment;
    return { overpaymentId, amountDong, offsetDong, offsets };
  }
}
