import { PayableItemClosedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { PayableItem } from './payable-item.entity';
import { close } from './payable-item.rules';

/** An item that was amended or withdrawn; one that nobody published was never payable here. */
@Controller()
export class PayableItemClosedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Handles(PayableItemClosedV1, { loads: [[PayableItem, (item) => item.payableItemId]] })
  async handle({ body }: Received<PayableItemClosedV1>): Promise<void> {
    const known = await this.unitOfWork.find(PayableItem, body.payableItemId);
    if (known) this.unitOfWork.save(PayableItem, close(known, body.closedOn));
  }
}
