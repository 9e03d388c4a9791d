import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { bankErrors } from '../collecting-bank.errors';
import { PayableItem } from './payable-item.entity';

export interface PayableItemView {
  readonly payableItemId: string;
  readonly noticeNumber: string;
  readonly amountDong: string;
  readonly payerNumber: string;
  readonly dueDate: string;
  readonly state: 'unpaid' | 'paid';
  readonly paidDong: string;
  readonly reference?: string;
  /** The order that is being carried out for it. */
  readonly orderedBy?: string;
}

@Controller('payable-items')
@ApiTags('payments')
export class GetPayableItemController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get(':payableItemId')
  @Roles('payer', 'bank-clerk')
  async get(@Param('payableItemId') payableItemId: string, @CurrentActor() actor: Actor): Promise<PayableItemView> {
    const item = await this.unitOfWork.read(PayableItem, payableItemId);
    if (!item) throw bankErrors.ITEM_UNKNOWN({ payableItemId });
    requireOffice(actor, item.office);
    const { noticeNumber, amountDong, payerNumber, dueDate, state, reference, paidDong, orderedBy } = item;
    return {
      payableItemId,
      noticeNumber,
      amountDong,
      payerNumber,
      dueDate,
      state,
      paidDong,
      ...(orderedBy ? { orderedBy } : {}),
      ...(reference ? { reference } : {}),
    };
  }
}
