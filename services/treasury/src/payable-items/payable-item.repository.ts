import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { PayableItem } from './payable-item.entity';
import type { KnownItem } from './payable-item.state';

/** Items as their states; the table's checks guarantee that a row has the fields of its state. */
@Injectable()
export class PayableItemRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(payableItemId: string): Promise<KnownItem | undefined> {
    return (await this.unitOfWork.find(PayableItem, payableItemId)) as KnownItem | undefined;
  }

  save(item: KnownItem): void {
    this.unitOfWork.save(PayableItem, item);
  }
}
