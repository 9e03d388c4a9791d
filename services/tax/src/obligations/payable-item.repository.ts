import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { taxErrors } from '../tax.errors';
import { PayableItem } from './payable-item.entity';

/** Payable items by id. An id is made here before anybody can pay it, so an unknown one parks until somebody looks (F14). */
@Injectable()
export class PayableItemRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The item, which must belong to the office that was addressed. */
  async get(payableItemId: string, office: string): Promise<PayableItem> {
    const item = await this.unitOfWork.find(PayableItem, payableItemId);
    if (!item) throw taxErrors.PAYABLE_ITEM_UNKNOWN({ payableItemId });
    if (item.office !== office) throw taxErrors.PAYABLE_ITEM_OF_ANOTHER_OFFICE({ payableItemId });
    return item;
  }

  save(item: PayableItem): void {
    this.unitOfWork.save(PayableItem, item);
  }
}
