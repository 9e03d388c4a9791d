import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, requireOffice } from '@lienthong/service-host';
import { Injectable } from '@nestjs/common';
import { bankErrors } from '../collecting-bank.errors';
import { PayableItem } from './payable-item.entity';

/** The published items of an order, locked in one order of their ids, given in that of the order. */
@Injectable()
export class PublishedItems {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async of(ids: readonly string[], actor: Actor): Promise<readonly PayableItem[]> {
    const found = new Map<string, PayableItem>();
    for (const id of [...ids].sort()) found.set(id, await this.itemOf(id, actor));
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  private async itemOf(payableItemId: string, actor: Actor): Promise<PayableItem> {
    const item = await this.unitOfWork.find(PayableItem, payableItemId);
    if (!item) throw bankErrors.ITEM_UNKNOWN({ payableItemId });
    requireOffice(actor, item.office);
    return item;
  }
}
